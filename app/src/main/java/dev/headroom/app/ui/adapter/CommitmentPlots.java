package dev.headroom.app.ui.adapter;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.FrontierLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.commitment.CoverageDay;
import dev.headroom.engine.commitment.FrontierPoint;
import dev.headroom.engine.commitment.PurchaseOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/// Commitments as charts: how far they cover the usage and are used, and expected saving against what is at
/// risk.
public final class CommitmentPlots {
    private static final double ROOM_ABOVE = 1.15;
    private static final double MONTHS = 12;

    private CommitmentPlots() {}

    /// Coverage and utilization by day, in percent. Unknown days are gaps.
    public static Plot coverage(List<CoverageDay> days) {
        return Plot.builder(TimeAxis.in(ZoneOffset.UTC), ValueAxis.fixed(ValueFormat.percent(), 0, 100))
                .add(LineLayer.history("Utilization", line(days, CoverageDay::utilization))
                        .named(LineLayer.Naming.END_LABEL))
                .add(LineLayer.median("Coverage", line(days, CoverageDay::coverage))
                        .named(LineLayer.Naming.END_LABEL))
                .legend(Plot.Legend.NONE)
                .build();
    }

    private static LineData line(List<CoverageDay> days, Function<CoverageDay, OptionalDouble> share) {
        double[] x = new double[days.size()];
        double[] y = new double[days.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = days.get(i).day().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            y[i] = 100 * share.apply(days.get(i)).orElse(Double.NaN);
        }
        return new LineData(x, y);
    }

    /// The sizes of one option up to the one with the largest expected saving: what it is expected to save a
    /// month against how far the bad case lies below that. The ring stands at the advised size. Empty when
    /// there are no sizes.
    public static Optional<Plot> frontier(List<FrontierPoint> points, PurchaseOption option, Formats formats) {
        List<double[]> sizes = new ArrayList<>();
        sizes.add(new double[] {0, 0});
        points.stream()
                .filter(point -> point.rate().equals(option.rate()))
                .filter(point -> point.expectedMonth().amount().signum() > 0)
                .map(point -> new double[] {
                    point.expectedMonth().minus(point.badCaseMonth()).amount().doubleValue(),
                    point.expectedMonth().amount().doubleValue()
                })
                .forEach(sizes::add);
        double months = option.rate().term().days() / 365.0 * MONTHS;
        double expected = option.expectedSaving().amount().doubleValue() / months;
        double atRisk = expected - option.badCaseSaving().amount().doubleValue() / months;
        double[] advised = {atRisk, expected};
        sizes.add(advised);
        sizes.sort(Comparator.<double[]>comparingDouble(size -> size[0]).thenComparingDouble(size -> size[1]));
        List<double[]> best = new ArrayList<>();
        for (double[] size : sizes) {
            if (best.isEmpty() || size[1] > best.getLast()[1] || size == advised) {
                best.add(size);
            }
        }
        if (best.size() < 2) {
            return Optional.empty();
        }
        double[] x = new double[best.size()];
        double[] y = new double[best.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i == 0 ? best.get(i)[0] : Math.max(Math.nextUp(x[i - 1]), best.get(i)[0]);
            y[i] = best.get(i)[1];
        }
        String currency = option.pool().currency().value();
        ValueFormat money = ValueFormat.money(formats.symbol(currency));
        double top = ROOM_ABOVE
                * Math.max(1, best.stream().mapToDouble(size -> size[1]).max().orElse(1));
        return Optional.of(Plot.builder(
                        ValueAxis.withZero(money).titled("Bad case below the expected saving, a month"),
                        ValueAxis.fixed(money, 0, top))
                .add(new FrontierLayer(
                        "Expected saving",
                        new LineData(x, y),
                        OptionalInt.of(best.indexOf(advised)),
                        formats.money(option.commitmentHour(), 2) + " an hour",
                        formats.money(expected, currency, 0) + " expected, "
                                + formats.money(expected - atRisk, currency, 0) + " bad case",
                        ""))
                .legend(Plot.Legend.NONE)
                .build());
    }
}
