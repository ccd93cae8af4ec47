package dev.headroom.app.usecase;

import dev.headroom.engine.reconcile.CoherentForecasts;
import dev.headroom.engine.reconcile.Hierarchy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// Point forecasts of a hierarchy as decimals that add up digit by digit: the leaves are rounded, and every
/// aggregate is the exact sum of its rounded leaves. All numbers have the decimals that give the largest one
/// ten significant digits.
final class PrintedSums {
    private static final int DIGITS = 10;
    private static final int MOST_DECIMALS = 12;

    private final BigDecimal[][] values;

    private PrintedSums(BigDecimal[][] values) {
        this.values = values;
    }

    static PrintedSums of(CoherentForecasts forecasts) {
        Hierarchy hierarchy = forecasts.hierarchy();
        double[][] points = new double[hierarchy.nodes()][];
        Arrays.setAll(points, forecasts::point);
        double largest = Arrays.stream(points)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        int before = largest > 0 ? (int) Math.floor(Math.log10(largest)) + 1 : 1;
        return of(hierarchy, points, Math.clamp(DIGITS - before, 0, MOST_DECIMALS));
    }

    /// @param points by node and step
    static PrintedSums of(Hierarchy hierarchy, double[][] points, int decimals) {
        BigDecimal[][] values = new BigDecimal[points.length][points[0].length];
        for (int i = hierarchy.aggregates(); i < points.length; i++) {
            for (int k = 0; k < points[i].length; k++) {
                values[i][k] = BigDecimal.valueOf(points[i][k]).setScale(decimals, RoundingMode.HALF_EVEN);
            }
        }
        for (int a = 0; a < hierarchy.aggregates(); a++) {
            Arrays.fill(values[a], BigDecimal.ZERO.setScale(decimals));
            for (int leaf : hierarchy.members(a)) {
                for (int k = 0; k < values[a].length; k++) {
                    values[a][k] = values[a][k].add(values[hierarchy.aggregates() + leaf][k]);
                }
            }
        }
        return new PrintedSums(values);
    }

    /// The values of a node, one a step.
    BigDecimal[] node(int node) {
        return values[node].clone();
    }
}
