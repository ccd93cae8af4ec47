package dev.headroom.engine.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// A choice within a model family that is declared with its range, so that it can be set by name and searched.
///
/// A place in `[0, 1]` stands for a value of the range: evenly for whole and real numbers, evenly in the logarithm for
/// [LogReal], in equal parts for the words of a [Choice].
public sealed interface Parameter {
    String name();

    /// The value at a place in `[0, 1]`, as text that [#canonical] leaves as it is.
    String at(double place);

    /// The place of a value that [#canonical] gave.
    double place(String value);

    /// Up to `most` different values, spread evenly over the range, both ends included.
    List<String> grid(int most);

    /// The value as it is written in a specification.
    ///
    /// @throws IllegalArgumentException when it is not within the range; the message says which values are
    String canonical(String value);

    /// The range in words, such as `2 to 12`.
    String range();

    /// A whole number, both ends included.
    record Whole(String name, int low, int high) implements Parameter {
        public Whole {
            checkRange(name, low, high);
        }

        @Override
        public String at(double place) {
            return Integer.toString(Math.min(high, low + (int) (place * (high - low + 1.0))));
        }

        @Override
        public double place(String value) {
            return (Integer.parseInt(value) - low + 0.5) / (high - low + 1.0);
        }

        @Override
        public List<String> grid(int most) {
            int count = Math.min(most, high - low + 1);
            return spread(count, share -> Integer.toString((int) Math.round(low + share * ((double) high - low))));
        }

        @Override
        public String canonical(String value) {
            double number = number(this, value);
            if (number != Math.rint(number) || number < low || number > high) {
                throw refused(this, value);
            }
            return Integer.toString((int) number);
        }

        @Override
        public String range() {
            return "a whole number, " + low + " to " + high;
        }
    }

    /// A number.
    record Real(String name, double low, double high) implements Parameter {
        public Real {
            checkRange(name, low, high);
        }

        @Override
        public String at(double place) {
            return text(Math.clamp(low + place * (high - low), low, high));
        }

        @Override
        public double place(String value) {
            return (Double.parseDouble(value) - low) / (high - low);
        }

        @Override
        public List<String> grid(int most) {
            return spread(most, this::at);
        }

        @Override
        public String canonical(String value) {
            return within(this, value, low, high);
        }

        @Override
        public String range() {
            return text(low) + " to " + text(high);
        }
    }

    /// A positive number whose size matters by factors.
    record LogReal(String name, double low, double high) implements Parameter {
        public LogReal {
            checkRange(name, low, high);
            if (!(low > 0)) {
                throw new IllegalArgumentException(name + ": low (" + low + ") must be positive.");
            }
        }

        @Override
        public String at(double place) {
            return text(Math.clamp(low * Math.pow(high / low, place), low, high));
        }

        @Override
        public double place(String value) {
            return Math.log(Double.parseDouble(value) / low) / Math.log(high / low);
        }

        @Override
        public List<String> grid(int most) {
            return spread(most, this::at);
        }

        @Override
        public String canonical(String value) {
            return within(this, value, low, high);
        }

        @Override
        public String range() {
            return text(low) + " to " + text(high);
        }
    }

    /// One of several words, which have no order.
    record Choice(String name, List<String> words) implements Parameter {
        public Choice {
            words = List.copyOf(words);
            if (words.size() < 2) {
                throw new IllegalArgumentException(name + ": words (" + words + ") must be two or more.");
            }
        }

        @Override
        public String at(double place) {
            return words.get(Math.min(words.size() - 1, (int) (place * words.size())));
        }

        @Override
        public double place(String value) {
            return (words.indexOf(value) + 0.5) / words.size();
        }

        @Override
        public List<String> grid(int most) {
            return words;
        }

        @Override
        public String canonical(String value) {
            if (!words.contains(value)) {
                throw refused(this, value);
            }
            return value;
        }

        @Override
        public String range() {
            return "one of " + String.join(", ", words);
        }
    }

    private static void checkRange(String name, double low, double high) {
        if (name.isBlank() || !(low < high)) {
            throw new IllegalArgumentException(
                    "name (" + name + ") must not be blank and low (" + low + ") must be below high (" + high + ").");
        }
    }

    private static String within(Parameter parameter, String value, double low, double high) {
        double number = number(parameter, value);
        if (!(number >= low && number <= high)) {
            throw refused(parameter, value);
        }
        return text(number);
    }

    private static double number(Parameter parameter, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw refused(parameter, value);
        }
    }

    private static IllegalArgumentException refused(Parameter parameter, String value) {
        return new IllegalArgumentException(parameter.name() + " (" + value + ") must be " + parameter.range() + ".");
    }

    private static List<String> spread(int count, DoubleFunction<String> value) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value.apply(count == 1 ? 0.5 : i / (count - 1.0)));
        }
        return values.stream().distinct().toList();
    }

    /// Four significant digits: more would pretend a precision that no search has.
    private static String text(double value) {
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
