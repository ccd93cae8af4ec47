package dev.headroom.app.usecase;

import dev.headroom.engine.explore.SeasonalView;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// The seasons of series: one row a series and place of a season.
public final class ProfileTable extends Table {
    private static final int HOURS = 24;

    public ProfileTable(List<SeriesHistory> histories) {
        super(List.of("resource", "metric", "season", "place", "mean", "p95", "count"));
        for (SeriesHistory history : histories) {
            SeasonalView seasons = history.seasons();
            add(history, "hour_of_week", seasons.hours(), ProfileTable::hour);
            add(history, "weekday", seasons.weekdays(), ProfileTable::day);
            add(
                    history,
                    "month",
                    seasons.months(),
                    place -> Month.of(place + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            add(history, "quarter_end", seasons.quarterEnds(), place -> String.valueOf(place - SeasonalView.REACH));
        }
    }

    private void add(SeriesHistory history, String season, List<SeasonalView.Cell> cells, IntFunction<String> place) {
        for (int i = 0; i < cells.size(); i++) {
            SeasonalView.Cell cell = cells.get(i);
            add(
                    history.request().resource(),
                    history.request().kind().metric(),
                    season,
                    place.apply(i),
                    cell.mean(),
                    cell.p95(),
                    cell.count());
        }
    }

    private static String hour(int place) {
        return String.format(Locale.ROOT, "%s %02d:00", day(place / HOURS), place % HOURS);
    }

    private static String day(int place) {
        return DayOfWeek.of(place + 1).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
