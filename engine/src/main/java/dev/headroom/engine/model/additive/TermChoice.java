package dev.headroom.engine.model.additive;

import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.feature.FourierTerms;
import dev.headroom.engine.feature.Holidays;
import dev.headroom.engine.model.KnownColumn;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.model.additive.Term.CalendarCycle;
import dev.headroom.engine.model.additive.Term.PeriodEnd;
import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Chooses the terms that step and length of a grid can carry.
///
/// The day from 2 days, the week from 14 days, the year from 730 days; ends of months from 60 days and of quarters from
/// 183 days, on steps of a week or less; holidays on steps of a week or less that were seen at least once. A grid
/// without a calendar has the seasons of the specification that it holds twice.
final class TermChoice {
    private static final int DAILY_ORDER = 4;
    private static final int WEEKLY_ORDER = 3;
    private static final int YEARLY_ORDER = 10;
    private static final int LONGEST_FORECAST_YEARS = 30;

    private TermChoice() {}

    static List<Term> of(TimeGrid grid, ModelSpec.Additive spec) {
        List<Term> terms = grid.isOrdinal() ? ordinal(grid, spec) : calendar(grid, spec);
        spec.options().regressors().forEach(column -> terms.add(known(column, grid)));
        return terms;
    }

    /// Zeros and ones stay as they are, other columns are standardised over the history.
    private static Term.Known known(KnownColumn column, TimeGrid grid) {
        double[] values = IntStream.range(0, grid.length())
                .mapToDouble(t -> column.at(grid.at(t)))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double size = Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        boolean switches = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        return switches || !(size > 0) ? new Term.Known(column, grid, 0, 1) : new Term.Known(column, grid, mean, size);
    }

    private static List<Term> ordinal(TimeGrid grid, ModelSpec.Additive spec) {
        List<Term> terms = new ArrayList<>();
        for (int length : spec.seasons().values()) {
            Settings settings = spec.settings();
            int wanted = length <= 7
                    ? settings.whole("weekly", WEEKLY_ORDER)
                    : length <= 24 ? settings.whole("daily", DAILY_ORDER + 1) : settings.whole("yearly", YEARLY_ORDER);
            int order = FourierTerms.distinctOrder(length, wanted);
            if (order > 0 && grid.length() >= 2 * length) {
                terms.add(Term.StepCycle.of(length, new FourierTerms(order)));
            }
        }
        return terms;
    }

    private static List<Term> calendar(TimeGrid grid, ModelSpec.Additive spec) {
        double stepDays = days(grid.step().typicalLength());
        double spanDays = days(Duration.between(grid.start(), grid.end()));
        int daily = spec.settings().whole("daily", DAILY_ORDER);
        int weekly = spec.settings().whole("weekly", WEEKLY_ORDER);
        int yearly = spec.settings().whole("yearly", YEARLY_ORDER);
        List<Term> terms = new ArrayList<>();
        addCycle(terms, "daily", CalendarCycle.Cycle.DAY, grid, order(1 / stepDays, daily), spanDays >= 2);
        addCycle(terms, "weekly", CalendarCycle.Cycle.WEEK, grid, order(7 / stepDays, weekly), spanDays >= 14);
        addCycle(terms, "yearly", CalendarCycle.Cycle.YEAR, grid, order(365.25 / stepDays, yearly), spanDays >= 730);
        if (stepDays <= 7) {
            int daysAStep = Math.max(1, (int) Math.round(stepDays));
            if (spanDays >= 60) {
                terms.add(new PeriodEnd(
                        "month end", PeriodEnd.Period.MONTH, grid, daysAStep, CalendarTerms.MONTH_END_DAYS, 1));
            }
            if (spanDays >= 183) {
                int[] windows = {CalendarTerms.QUARTER_END_DAYS, CalendarTerms.QUARTER_END_DAYS / 2, 2};
                terms.add(new PeriodEnd("quarter end", PeriodEnd.Period.QUARTER, grid, daysAStep, windows));
            }
            addHolidays(terms, grid, spec, daysAStep);
        }
        return terms;
    }

    private static int order(double stepsACycle, int wanted) {
        return FourierTerms.distinctOrder((int) Math.floor(stepsACycle + 1e-9), wanted);
    }

    private static void addCycle(
            List<Term> terms, String name, CalendarCycle.Cycle cycle, TimeGrid grid, int order, boolean longEnough) {
        if (longEnough && order > 0) {
            terms.add(new CalendarCycle(name, cycle, grid, new FourierTerms(order)));
        }
    }

    private static void addHolidays(List<Term> terms, TimeGrid grid, ModelSpec.Additive spec, int daysAStep) {
        if (spec.holidayCountry().isEmpty()) {
            return;
        }
        LocalDate first = CalendarTerms.of(grid.start(), grid.zone()).time().toLocalDate();
        LocalDate last = CalendarTerms.of(grid.end(), grid.zone()).time().toLocalDate();
        SortedMap<LocalDate, String> known = Holidays.of(spec.holidayCountry())
                .between(first.getYear() - 1, last.getYear() + LONGEST_FORECAST_YEARS);
        SortedMap<String, Integer> columns = new TreeMap<>();
        Map<LocalDate, List<Integer>> days = new HashMap<>();
        for (int offset = -spec.options().holidayDaysBefore();
                offset <= spec.options().holidayDaysAfter();
                offset++) {
            String away = offset == 0 ? "" : String.format(Locale.ROOT, " %+d", offset);
            int shift = offset;
            known.forEach((day, name) -> {
                if (!day.plusDays(shift).isBefore(first) && day.plusDays(shift).isBefore(last)) {
                    columns.putIfAbsent(name + away, columns.size());
                }
            });
            known.forEach((day, name) -> {
                Integer column = columns.get(name + away);
                if (column != null) {
                    days.computeIfAbsent(day.plusDays(shift), key -> new ArrayList<>())
                            .add(column);
                }
            });
        }
        if (!columns.isEmpty()) {
            terms.add(new Term.HolidayDays(grid, daysAStep, Map.copyOf(days), columns.size()));
        }
    }

    private static double days(Duration duration) {
        return duration.toSeconds() / 86_400.0;
    }
}
