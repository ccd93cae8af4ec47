package dev.headroom.engine.model.arima;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names and sentences for a chosen model.
final class ArimaWords {
    private static final String[] NAMES = {"ar", "ma", "sar", "sma"};

    private ArimaWords() {}

    /// The coefficients by name; constant and standard deviation in the unit of the series.
    static Map<String, Double> parameters(ArimaEstimate estimate, double scale) {
        Map<String, Double> parameters = coefficients(estimate);
        ArimaOrder order = estimate.order();
        parameters.put("d", (double) order.d());
        parameters.put("seasonalD", (double) order.seasonalD());
        if (order.hasConstant()) {
            parameters.put(constantName(order), perStep(estimate) * scale);
        }
        parameters.put("sigma", estimate.sigma() * scale);
        parameters.put("aicc", estimate.aicc());
        return parameters;
    }

    private static Map<String, Double> coefficients(ArimaEstimate estimate) {
        ArmaPolynomials arma = new ArmaPolynomials(estimate.order());
        arma.set(estimate.free());
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (int f = 0; f < NAMES.length; f++) {
            double[] factor = arma.factor(f);
            for (int j = 0; j < factor.length; j++) {
                coefficients.put(NAMES[f] + (j + 1), factor[j]);
            }
        }
        return coefficients;
    }

    private static String constantName(ArimaOrder order) {
        return order.d() + order.seasonalD() == 0 ? "mean" : "drift";
    }

    /// The constant of seasonal differences is the growth over a whole season.
    private static double perStep(ArimaEstimate estimate) {
        ArimaOrder order = estimate.order();
        return order.seasonalD() > 0 ? estimate.constant() / order.seasonLength() : estimate.constant();
    }

    static String describe(ArimaChoice choice, ArimaData data) {
        ArimaEstimate estimate = choice.estimate();
        ArimaOrder order = estimate.order();
        StringBuilder text = new StringBuilder(order.shortName());
        text.append(
                choice.tried() > 1
                        ? " has the smallest AICc of " + choice.tried() + " orders tried."
                        : " describes the series without any error left to model.");
        text.append(' ').append(differences(order));
        Map<String, Double> coefficients = coefficients(estimate);
        List<String> parts = new ArrayList<>();
        coefficients.forEach((name, value) -> parts.add(String.format(Locale.ROOT, "%s %.2f", name, value)));
        if (order.hasConstant()) {
            double value = perStep(estimate) * data.scale();
            parts.add(String.format(
                    Locale.ROOT,
                    "%s %.4g%s",
                    constantName(order),
                    value,
                    order.d() + order.seasonalD() > 0 ? " a step" : ""));
        }
        if (!parts.isEmpty()) {
            text.append(" Coefficients: ").append(String.join(", ", parts)).append('.');
        }
        int pattern = data.seasons().pattern().length;
        if (pattern > 1) {
            text.append(" The mean pattern over ").append(pattern).append(" steps is taken out first.");
        }
        return text.toString();
    }

    private static String differences(ArimaOrder order) {
        String plain = order.d() == 1 ? "once" : "twice";
        if (order.seasonalD() > 0 && order.d() > 0) {
            return "It models the change from season to season, differenced " + plain + " more from step to step.";
        }
        if (order.seasonalD() > 0) {
            return "It models the change from season to season (" + order.seasonLength() + " steps).";
        }
        return order.d() > 0
                ? "It models the series differenced " + plain + " from step to step."
                : "It models the series itself, which returns to its level.";
    }
}
