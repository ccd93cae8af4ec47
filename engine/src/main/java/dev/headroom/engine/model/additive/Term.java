package dev.headroom.engine.model.additive;

import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.feature.FourierTerms;
import dev.headroom.engine.model.KnownColumn;
import dev.headroom.engine.series.TimeGrid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
    ///
    /// @param phases the columns at each step of the cycle
    record StepCycle(int length, double[][] phases) implements Term {
        static StepCycle of(int length, FourierTerms fourier) {
            double[][] phases = new double[length][fourier.columns()];
            for (int phase = 0; phase < length; phase++) {
                fourier.fill(phase / (double) length, phases[phase], 0);
            }
            return new StepCycle(length, phases);
        }

        @Override
        public String name() {
            return "season of " + length + " steps";
        }

        @Override
        public int columns() {
            return phases[0].length;
        }

        @Override
        public double priorScale() {
            return 1;
        }

        @Override
        public void fill(long index, double[] row, int offset) {
            System.arraycopy(phases[Math.floorMod(index, length)], 0, row, offset, columns());
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

    /// One column for each holiday by name and distance from the day.
    ///
    /// @param days days with the columns of the holidays that are near
    record HolidayDays(TimeGrid grid, int daysAStep, Map<LocalDate, List<Integer>> days, int columns) implements Term {
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
            Arrays.fill(row, offset, offset + columns, 0);
            LocalDate first =
                    CalendarTerms.of(grid.at(index), grid.zone()).time().toLocalDate();
            for (int d = 0; d < daysAStep; d++) {
                for (int column : days.getOrDefault(first.plusDays(d), List.of())) {
                    row[offset + column] += 1.0 / daysAStep;
                }
            }
        }
    }

    /// A column that the user knows, as distance from its mean in units of its size.
    ///
    /// @param centre the mean over the history; 0 for a column of zeros and ones
    /// @param size the standard deviation over the history; 1 for a column of zeros and ones
    record Known(KnownColumn column, TimeGrid grid, double centre, double size) implements Term {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public int columns() {
            return 1;
        }

        @Override
        public double priorScale() {
            return 10;
        }

        @Override
        public void fill(long index, double[] row, int offset) {
            row[offset] = (column.at(grid.at(index)) - centre) / size;
        }
    }
}
