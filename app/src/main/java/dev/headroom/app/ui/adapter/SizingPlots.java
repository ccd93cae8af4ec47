package dev.headroom.app.ui.adapter;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.FrontierLayer;
import dev.headroom.charts.layer.LimitLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.WindowLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotBuilder;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Replay;
import dev.headroom.engine.rightsizing.SavingsFrontier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Rightsizing as charts: the replayed history of one server, and saving against risk of all.
public final class SizingPlots {
    private static final double LEAST_TOP_PERCENT = 100;
    private static final Duration LEAST_APART = Duration.ofDays(90);
    private static final double ROOM_ABOVE = 1.15;

    private SizingPlots() {}

    /// The daily utilization before and after a change, with the worst weeks marked.
    ///
    /// @param before the present type
    /// @param after the chosen type
    public static Plot replay(Replay replay, String before, String after, Formats formats) {
        double top = Math.max(LEAST_TOP_PERCENT, Math.ceil(replay.highestAfterPercent() / 20) * 20);
        PlotBuilder builder =
                Plot.builder(TimeAxis.in(replay.after().grid().zone()), ValueAxis.fixed(ValueFormat.percent(), 0, top));
        List<Replay.Window> named = new ArrayList<>();
        for (Replay.Window window : replay.worst()) {
            boolean room = named.stream().allMatch(other -> apart(window, other));
            if (room) {
                named.add(window);
            }
            builder.add(WindowLayer.warning(
                    PlotPoints.second(window.from()),
                    PlotPoints.second(window.to()),
                    room ? formats.percent(window.afterPercent(), 0) : ""));
        }
        builder.add(LineLayer.history(before, PlotPoints.line(replay.before())).named(LineLayer.Naming.END_LABEL));
        builder.add(LineLayer.median(after, PlotPoints.line(replay.after())).named(LineLayer.Naming.END_LABEL));
        builder.add(new LimitLayer(replay.ceilingPercent(), "Limit " + formats.percent(replay.ceilingPercent(), 0)));
        return builder.legend(Plot.Legend.NONE).build();
    }

    /// The load of a server over its last days without axes: the processor, else what else was replayed. Empty when
    /// nothing was measured.
    public static Optional<LineData> load(Recommendation recommendation, int days) {
        return recommendation.assessment().stream()
                .flatMap(assessment -> assessment.replays().stream())
                .min(Comparator.comparing(Replay::kind))
                .map(replay -> {
                    LineData all = PlotPoints.line(replay.before());
                    int from = Math.max(0, all.size() - days);
                    double[] x = new double[all.size() - from];
                    double[] y = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        x[i] = all.x(from + i);
                        y[i] = all.value(from + i);
                    }
                    return new LineData(x, y);
                });
    }

    /// True when both names fit beside each other.
    private static boolean apart(Replay.Window window, Replay.Window other) {
        return Duration.between(window.peak(), other.peak()).abs().compareTo(LEAST_APART) > 0;
    }

    /// Saving against expected breaches, best actions first; the ring stands where the chosen server is added.
    ///
    /// @param server the id of the chosen server; empty for none
    public static Plot frontier(SavingsFrontier frontier, String server, Formats formats) {
        List<SavingsFrontier.Point> points = frontier.points();
        double[] x = new double[points.size() + 1];
        double[] y = new double[points.size() + 1];
        double least = 0;
        for (int i = 0; i < points.size(); i++) {
            // Actions without any risk share one position; the charts want strictly rising ones.
            least = Math.max(Math.nextUp(least), points.get(i).cumulativeBreaches());
            x[i + 1] = least;
            y[i + 1] = points.get(i).cumulativeSaving().amount().doubleValue();
        }
        String currency = frontier.currency().value();
        int count = points.size();
        int chosen = index(points, server);
        int current = chosen < 0 ? count : chosen + 1;
        String headline = chosen < 0 ? "All %d actions".formatted(count) : "Best %d of %d".formatted(current, count);
        String detail =
                "%s, %s breaches".formatted(formats.money(y[current], currency, 0), formats.number(x[current], 1));
        String end = current == count ? "" : "All %d: %s".formatted(count, formats.money(y[count], currency, 0));
        return Plot.builder(
                        ValueAxis.withZero(ValueFormat.number("")).titled("Expected breaches in 12 months"),
                        ValueAxis.fixed(
                                ValueFormat.money(formats.symbol(currency)), 0, ROOM_ABOVE * Math.max(1, y[count])))
                .add(new FrontierLayer("Saving", new LineData(x, y), OptionalInt.of(current), headline, detail, end))
                .legend(Plot.Legend.NONE)
                .build();
    }

    private static int index(List<SavingsFrontier.Point> points, String server) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).recommendation().server().id().equals(server)) {
                return i;
            }
        }
        return -1;
    }
}
