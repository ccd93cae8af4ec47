package dev.headroom.engine.feature;

import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Features of the target moment, known long before it comes: its place in each season, weekday, hour, month, and how
/// far the ends of month and quarter are. A grid without a calendar has its place in the seasons only.
///
/// The year counts from two years on, ends of months from 60 days and of quarters from 183 days, on steps of a day or
/// less.
final class TargetColumns {
    private static final int MOST_HARMONICS = 4;
    private static final int YEARLY_HARMONICS = 2;
    private static final double SECONDS_A_DAY = 86_400;

    private final TimeGrid grid;
    private final List<Integer> seasons;
    private final List<FourierTerms> harmonics;
    private final FourierTerms year = new FourierTerms(YEARLY_HARMONICS);
    private final boolean hours;
    private final boolean days;
    private final boolean years;
    private final boolean monthEnds;
    private final boolean quarterEnds;

    TargetColumns(TimeGrid grid, List<Integer> seasons) {
        this.grid = grid;
        this.seasons = seasons.stream().filter(season -> orderOf(season) > 0).toList();
        this.harmonics = this.seasons.stream()
                .map(season -> new FourierTerms(orderOf(season)))
                .toList();
        double step = grid.step().typicalLength().toSeconds() / SECONDS_A_DAY;
        double span = grid.isOrdinal()
                ? 0
                : Duration.between(grid.start(), grid.end()).toSeconds() / SECONDS_A_DAY;
        boolean dated = !grid.isOrdinal() && step < 1.05;
        hours = dated && step < 0.5 && span >= 2;
        days = dated && span >= 14;
        years = !grid.isOrdinal() && step < 100 && span >= 730;
        monthEnds = dated && span >= 60;
        quarterEnds = dated && span >= 183;
    }

    private static int orderOf(int season) {
        return FourierTerms.distinctOrder(season, MOST_HARMONICS);
    }

    List<FeatureColumn> columns(SeasonNames names) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (int i = 0; i < seasons.size(); i++) {
            String part = names.of(seasons.get(i));
            columns.add(new FeatureColumn("phase of " + seasons.get(i), part));
            for (int j = 0; j < harmonics.get(i).columns(); j++) {
                columns.add(new FeatureColumn("wave " + (j + 1) + " of " + seasons.get(i), part));
            }
        }
        if (hours) {
            columns.add(new FeatureColumn("hour", "daily"));
        }
        if (days) {
            columns.add(new FeatureColumn("weekday", "weekly"));
        }
        if (years) {
            columns.add(new FeatureColumn("month", "yearly"));
            for (int j = 0; j < year.columns(); j++) {
                columns.add(new FeatureColumn("wave " + (j + 1) + " of the year", "yearly"));
            }
        }
        if (monthEnds) {
            columns.add(new FeatureColumn("month end", "month end"));
        }
        if (quarterEnds) {
            columns.add(new FeatureColumn("quarter end", "quarter end"));
            columns.add(new FeatureColumn("days to quarter end", "quarter end"));
            columns.add(new FeatureColumn("rise to quarter end", "quarter end"));
        }
        return columns;
    }

    void fill(int target, double[] row, int offset) {
        int at = offset;
        for (int i = 0; i < seasons.size(); i++) {
            int phase = target % seasons.get(i);
            row[at++] = phase;
            harmonics.get(i).fill(phase / (double) seasons.get(i), row, at);
            at += harmonics.get(i).columns();
        }
        if (!hours && !days && !years) {
            return;
        }
        CalendarTerms terms = CalendarTerms.of(grid.at(target), grid.zone());
        if (hours) {
            row[at++] = 24 * terms.dayFraction();
        }
        if (days) {
            row[at++] = terms.weekday().getValue();
        }
        if (years) {
            row[at++] = terms.month().getValue();
            year.fill(terms.yearFraction(), row, at);
            at += year.columns();
        }
        if (monthEnds) {
            row[at++] = terms.isMonthEnd() ? 1 : 0;
        }
        if (quarterEnds) {
            int left = terms.daysToQuarterEnd();
            row[at++] = terms.isQuarterEnd() ? 1 : 0;
            row[at++] = left;
            row[at] = Math.max(0, 1 - left / (double) CalendarTerms.QUARTER_END_DAYS);
        }
    }
}
