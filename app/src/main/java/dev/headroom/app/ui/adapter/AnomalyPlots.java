package dev.headroom.app.ui.adapter;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.BandData;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.BandLayer;
import dev.headroom.charts.layer.Depth;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.LineStyle;
import dev.headroom.charts.layer.MarkLayer;
import dev.headroom.charts.layer.WindowLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotBuilder;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.JudgedRow;
import java.time.ZoneOffset;
import java.util.List;

/// An episode as a chart: what was observed, what was expected with its band, and the episode shaded.
public final class AnomalyPlots {
    private AnomalyPlots() {}

    public static Plot of(FoundAnomaly anomaly, Formats formats) {
        List<JudgedRow> rows = anomaly.course();
        Episode episode = anomaly.episode();
        double half = anomaly.stepSeconds() / 2;
        PlotBuilder builder = Plot.builder(TimeAxis.in(ZoneOffset.UTC), axis(anomaly));
        builder.add(new WindowLayer(
                episode.start() - half, episode.last() + half, "", ThemeColor.DANGER_SOFT, ThemeColor.DANGER));
        List<JudgedRow> known = rows.stream()
                .filter(row -> Double.isFinite(row.point().low())
                        && Double.isFinite(row.point().high()))
                .toList();
        if (!known.isEmpty()) {
            builder.add(new BandLayer(
                    "Expected, 98\u00a0% band",
                    "98\u00a0% band",
                    new BandData(
                            seconds(known),
                            known.stream().mapToDouble(row -> row.point().low()).toArray(),
                            known.stream()
                                    .mapToDouble(row -> row.point().high())
                                    .toArray()),
                    Ink.of(ThemeColor.BAND_80),
                    Depth.BAND_80));
            builder.add(new LineLayer(
                    "Expected",
                    new LineData(
                            seconds(known),
                            known.stream()
                                    .mapToDouble(row -> row.point().expected())
                                    .toArray()),
                    new LineStyle(Ink.of(ThemeColor.ACCENT), 1.2, LineStyle.Pattern.DASHED, LineStyle.Shape.STRAIGHT),
                    LineLayer.Naming.LEGEND));
        }
        builder.add(LineLayer.history(
                "Actual",
                new LineData(
                        seconds(rows),
                        rows.stream().mapToDouble(JudgedRow::value).toArray())));
        List<JudgedRow> inside = rows.stream()
                .filter(row -> row.at() >= episode.start() && row.at() <= episode.last())
                .filter(row -> Double.isFinite(row.value()))
                .filter(row -> !(row.value() <= row.point().high()
                                && row.value() >= row.point().low())
                        || row.at() == episode.start())
                .toList();
        builder.add(new MarkLayer(
                "Episode",
                seconds(inside),
                inside.stream().mapToDouble(JudgedRow::value).toArray(),
                ThemeColor.DANGER));
        return builder.build();
    }

    private static ValueAxis axis(FoundAnomaly anomaly) {
        return switch (anomaly.subject()) {
            case AnomalySubject.Cost cost -> ValueAxis.fitted(PlotPoints.money(cost.currency()));
            case AnomalySubject.Metric _ ->
                ValueAxis.fitted(anomaly.unit().map(PlotPoints::format).orElse(ValueFormat.number("")));
        };
    }

    private static double[] seconds(List<JudgedRow> rows) {
        return rows.stream().mapToDouble(JudgedRow::at).toArray();
    }
}
