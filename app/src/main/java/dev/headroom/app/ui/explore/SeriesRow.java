package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.ArchetypeNames;
import dev.headroom.app.ui.adapter.PlotPoints;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.charts.data.LineData;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.series.TimeSeries;

/// One line of the series browser.
///
/// @param name under which the server is shown
/// @param figure the mean of the whole history with its unit
/// @param spark the last 90 days
public record SeriesRow(
        String id, String name, String archetype, String account, String figure, LineData spark, String spoken) {
    private static final int SPARK_DAYS = 90;

    static SeriesRow of(FleetExploration.Member member, Server shown, Formats formats) {
        TimeSeries recent = member.recent();
        String unit = member.unit().symbol();
        String figure = unit.equals("%")
                ? formats.percent(member.figures().mean(), 0)
                : formats.number(member.figures().mean(), 0) + "\u00a0" + unit;
        return new SeriesRow(
                shown.id(),
                shown.name(),
                ArchetypeNames.of(shown),
                shown.account(),
                figure,
                PlotPoints.line(recent.slice(Math.max(0, recent.length() - SPARK_DAYS), recent.length())),
                shown.name() + ", " + ArchetypeNames.of(shown) + ", mean " + figure);
    }
}
