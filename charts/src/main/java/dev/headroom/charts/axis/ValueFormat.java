package dev.headroom.charts.axis;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a value is written on an axis, in a tooltip and in a difference.
public sealed interface ValueFormat {
    /// No-break space between a number and its unit.
    String NBSP = "\u00a0";

    /// The labels of an axis, all with the same scale and the same number of decimals.
    List<String> axisLabels(double[] ticks, Locale locale);

    /// One value with the precision of a tooltip; "unknown" for NaN.
    String detail(double value, Locale locale);

    /// A range with the unit once, such as `72.8 – 81.9 %`.
    String range(double lower, double upper, Locale locale);

    /// Percentages: values that are already percent (`factor` 1), or shares between 0 and 1 (`factor` 100).
    static ValueFormat percent() {
        return new Percent(1);
    }

    /// Shares between 0 and 1, written as percent.
    static ValueFormat share() {
        return new Percent(100);
    }

    /// Money in one currency; the symbol goes where the locale wants it.
    static ValueFormat money(String symbol) {
        return new MoneyAmount(symbol);
    }

    /// A plain number with a unit behind it; an empty unit is allowed for counts.
    static ValueFormat number(String unit) {
        return new Quantity(unit);
    }

    /// Names instead of numbers: the value 0 is the first name, 1 the second, and so on.
    static ValueFormat names(List<String> names) {
        return new Names(names);
    }

    /// See {@link #names(List)}.
    record Names(List<String> names) implements ValueFormat {
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public List<String> axisLabels(double[] ticks, Locale locale) {
            return Arrays.stream(ticks).mapToObj(tick -> detail(tick, locale)).toList();
        }

        @Override
        public String detail(double value, Locale locale) {
            long index = Math.round(value);
            return Double.isNaN(value) || index < 0 || index >= names.size() ? "" : names.get((int) index);
        }

        @Override
        public String range(double lower, double upper, Locale locale) {
            return detail(lower, locale) + " – " + detail(upper, locale);
        }
    }

    /// See {@link #percent()} and {@link #share()}.
    record Percent(double factor) implements ValueFormat {
        @Override
        public List<String> axisLabels(double[] ticks, Locale locale) {
            return Numbers.uniform(ticks, factor, locale).stream()
                    .map(text -> text + NBSP + "%")
                    .toList();
        }

        @Override
        public String detail(double value, Locale locale) {
            return Double.isNaN(value) ? "unknown" : Numbers.fixed(value * factor, 1, locale) + NBSP + "%";
        }

        @Override
        public String range(double lower, double upper, Locale locale) {
            return Numbers.fixed(lower * factor, 1, locale) + " – " + detail(upper, locale);
        }
    }

    /// See {@link #money(String)}.
    record MoneyAmount(String symbol) implements ValueFormat {
        @Override
        public List<String> axisLabels(double[] ticks, Locale locale) {
            Magnitude magnitude = Magnitude.of(ticks, locale);
            List<String> figures = Numbers.uniform(ticks, 1 / magnitude.size(), locale);
            return figures.stream()
                    .map(text -> isZero(text) ? place("0", "", locale) : place(text, magnitude.suffix(), locale))
                    .toList();
        }

        @Override
        public String detail(double value, Locale locale) {
            return Double.isNaN(value)
                    ? "unknown"
                    : place(Numbers.fixed(value, Math.abs(value) < 100 ? 2 : 0, locale), "", locale);
        }

        @Override
        public String range(double lower, double upper, Locale locale) {
            return detail(lower, locale) + " – " + detail(upper, locale);
        }

        private String place(String figure, String suffix, Locale locale) {
            boolean behind = !locale.getLanguage().equals("en");
            if (behind) {
                return figure + suffix + NBSP + symbol;
            }
            return figure.startsWith("−") ? "−" + symbol + figure.substring(1) + suffix : symbol + figure + suffix;
        }

        private static boolean isZero(String text) {
            return text.chars().noneMatch(c -> c >= '1' && c <= '9');
        }
    }

    /// See {@link #number(String)}.
    record Quantity(String unit) implements ValueFormat {
        @Override
        public List<String> axisLabels(double[] ticks, Locale locale) {
            return Numbers.uniform(ticks, 1, locale).stream()
                    .map(this::withUnit)
                    .toList();
        }

        @Override
        public String detail(double value, Locale locale) {
            return Double.isNaN(value) ? "unknown" : withUnit(figure(value, locale));
        }

        @Override
        public String range(double lower, double upper, Locale locale) {
            return figure(lower, locale) + " – " + detail(upper, locale);
        }

        private static String figure(double value, Locale locale) {
            double size = Math.abs(value);
            return Numbers.fixed(value, size < 10 ? 2 : size < 1000 ? 1 : 0, locale);
        }

        private String withUnit(String figure) {
            return unit.isEmpty() ? figure : figure + NBSP + unit;
        }
    }

    /// The scale that all labels of a money axis share.
    record Magnitude(double size, String suffix) {
        static Magnitude of(double[] ticks, Locale locale) {
            double largest = 0;
            for (double tick : ticks) {
                largest = Math.max(largest, Math.abs(tick));
            }
            boolean german = locale.getLanguage().equals("de");
            if (largest >= 1e6) {
                return new Magnitude(1e6, german ? NBSP + "Mio." : "M");
            }
            if (largest >= 1e3) {
                return new Magnitude(1e3, german ? NBSP + "Tsd." : "k");
            }
            return new Magnitude(1, "");
        }
    }

    /// Figures in the symbols of a locale, with a true minus sign.
    final class Numbers {
        private Numbers() {}

        /// All values with the fewest decimals (at most six) that tell them apart exactly.
        static List<String> uniform(double[] values, double factor, Locale locale) {
            int decimals = 0;
            while (decimals < 6 && !exact(values, factor, decimals)) {
                decimals++;
            }
            int chosen = decimals;
            return Arrays.stream(values)
                    .mapToObj(value -> fixed(value * factor, chosen, locale))
                    .toList();
        }

        static String fixed(double value, int decimals, Locale locale) {
            DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            format.setNegativePrefix("−");
            format.setRoundingMode(RoundingMode.HALF_UP);
            String text = format.format(value);
            boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
            return zero && text.startsWith("−") ? text.substring(1) : text;
        }

        private static boolean exact(double[] values, double factor, int decimals) {
            double scale = Math.pow(10, decimals);
            for (double value : values) {
                double scaled = value * factor * scale;
                if (Math.abs(scaled - Math.rint(scaled)) > 1e-6 * Math.max(1, Math.abs(scaled))) {
                    return false;
                }
            }
            return true;
        }
    }
}
