package dev.headroom.engine.model.additive;

import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.feature.FourierTerms;
import dev.headroom.engine.series.TimeGrid;
import java.time.LocalDate;
import java.util.Map;

/// A named group of regression columns.
sealed interface Term {
    String name();

    int columns();

    /// The standard deviation of the normal prior of each coefficient, on values scaled to a range of about 1.
    double priorScale();

    /// Writes the columns of one grid point into `row` from `offset` on.
    void fill(long index, double[] row, int offset);

    /// A smooth shape over a cycle of the calendar.
    record CalendarCycle(String name, Cycle cycle, TimeGrid grid, FourierTerms fourier) implements Term {
        enum Cycle {
            DAY,
            WEEK,
            YEAR
        }

        @Override
        public int columns() {
            return fourier.columns();
        }

        @Override
        public double priorScale() {
            return 1;
        }

        @Override
        public void fill(long index, double[] row, int offset) {
            CalendarTerms calendar = CalendarTerms.of(grid.at(index), grid.zone());
            double fraction = switch (cycle) {
                case DAY -> calendar.dayFraction();
                case WEEK -> calendar.weekFraction();
                case YEAR -> calendar.yearFraction();
            };
            fourier.fill(fraction, row, offset);
        }
    }

    /// A smooth shape over a number of steps, for grids without a calendar.
    record StepCycle(int length, FourierTerms fourier) implements Term {
        @Override
        public String name() {
            return "season of " + length + " steps";
        }

        @Override
        public int columns() {
            return fourier.columns();
        }

        @Override
        public double priorScale() {
            return 1;
        }

        @Override
        public void fill(long index, double[] row, int offset) {
            fourier.fill(Math.floorMod(index, length) / (double) length, row, offset);
        }
    }

    /// A staircase over the last days of a month or quarter: one column for each of the nested windows.
    record PeriodEnd(String name, Period period, TimeGrid grid, int daysAStep, int... windows) implements Term {
        enum Period {
            MONTH,
            QUARTER
        }

        @Override
        public int columns() {
            return windows.length;
        }

        @Override
        public double priorScale() {
            return 0.5;
        }

        @Override
        public void fill(long index, double[] row, int offset) {
            LocalDate first =
                    CalendarTerms.of(grid.at(index), grid.zone()).time().toLocalDate();
            for (int j = 0; j < windows.length; j++) {
                int days = 0;
                for (int d = 0; d < daysAStep; d++) {
                    CalendarTerms calendar = new CalendarTerms(first.plusDays(d).atStartOfDay());
                    int left = period == Period.MONTH ? calendar.daysToMonthEnd() : calendar.daysToQuarterEnd();
                    days += left < windows[j] ? 1 : 0;
                }
                row[offset + j] = (double) days / daysAStep;
            }
        }
    }

    /// One column for each holiday by name.
    ///
    /// @param days holiday days with the column of their name
    record HolidayDays(TimeGrid grid, int daysAStep, Map<LocalDate, Integer> days, int columns) implements Term {
        @Override
        public String name() {
            return "holidays";
        }

        @Override
        public double priorScale() {
            return 0.5;
        }

        @Override
        public void fill(long index, double[] row, int offset) {
            java.util.Arrays.fill(row, offset, offset + columns, 0);
            LocalDate first =
                    CalendarTerms.of(grid.at(index), grid.zone()).time().toLocalDate();
            for (int d = 0; d < daysAStep; d++) {
                Integer column = days.get(first.plusDays(d));
                if (column != null) {
                    row[offset + column] += 1.0 / daysAStep;
                }
            }
        }
    }
}
