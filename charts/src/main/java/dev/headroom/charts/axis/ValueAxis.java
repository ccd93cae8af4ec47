package dev.headroom.charts.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An axis of round values, each label with its unit.
///
/// `Range` says which values are shown: those that the visible data need, the same with zero, or a fixed span.
public record ValueAxis(ValueFormat format, Range range, Locale locale, String title) implements HorizontalAxis {
    private static final double PIXELS_PER_LABEL = 46;

    /// Which values an axis shows.
    public sealed interface Range {
        /// What the data in view need, rounded outwards.
        record Fitted() implements Range {}

        /// The same with zero: what bars need.
        record WithZero() implements Range {}

        /// Always the same span, with ticks at the multiples of a step.
        record Fixed(double min, double max, double step) implements Range {
            public Fixed {
                if (!(min < max)) {
                    throw new IllegalArgumentException("min (%s) must be less than max (%s).".formatted(min, max));
                }
                if (!(step > 0)) {
                    throw new IllegalArgumentException("step (%s) must be positive.".formatted(step));
                }
            }
        }
    }

    /// An axis that fits the data in view.
    public static ValueAxis fitted(ValueFormat format) {
        return new ValueAxis(format, new Range.Fitted(), Locale.ENGLISH, "");
    }

    /// An axis that fits the data in view and reaches zero.
    public static ValueAxis withZero(ValueFormat format) {
        return new ValueAxis(format, new Range.WithZero(), Locale.ENGLISH, "");
    }

    /// An axis with a fixed span and round ticks.
    public static ValueAxis fixed(ValueFormat format, double min, double max) {
        double step = Ticks.roundStep(max - min, 5);
        double finer = Ticks.roundStep(max - min, 6);
        return fixed(format, min, max, Ticks.within(min, max, step).length < 4 ? finer : step);
    }

    /// An axis with a fixed span and ticks at the multiples of a step.
    public static ValueAxis fixed(ValueFormat format, double min, double max, double step) {
        return new ValueAxis(format, new Range.Fixed(min, max, step), Locale.ENGLISH, "");
    }

    /// The same axis with a name; "" for none.
    public ValueAxis titled(String text) {
        return new ValueAxis(format, range, locale, text);
    }

    /// The same axis with the figures of a locale.
    public ValueAxis in(Locale other) {
        return new ValueAxis(format, range, other, title);
    }

    /// The ticks for data between `min` and `max` (NaN when there are none); the ends of the axis are ticks unless
    /// the range is fixed.
    public AxisMarks fit(double min, double max) {
        double low = Double.isNaN(min) ? 0 : min;
        double high = Double.isNaN(max) ? 1 : max;
        return switch (range) {
            case Range.Fitted _ -> covering(low, high);
            case Range.WithZero _ -> covering(Math.min(0, low), Math.max(0, high));
            case Range.Fixed(double from, double to, double step) -> labelled(from, to, Ticks.within(from, to, step));
        };
    }

    private AxisMarks covering(double low, double high) {
        double[] ticks = Ticks.round(low, high);
        return labelled(ticks[0], ticks[ticks.length - 1], ticks);
    }

    @Override
    public AxisMarks marks(double from, double to, double pixels, double fontSize) {
        int intervals = (int) Math.clamp(Math.floor(pixels / (PIXELS_PER_LABEL * fontSize / 11)), 1, 6);
        double step = range instanceof Range.Fixed fixed && fixed.min() == from && fixed.max() == to
                ? fixed.step()
                : Ticks.roundStep(to - from, intervals);
        return labelled(from, to, Ticks.within(from, to, step));
    }

    @Override
    public String describe(double position) {
        return format.detail(position, locale);
    }

    private AxisMarks labelled(double min, double max, double[] ticks) {
        List<String> texts = format.axisLabels(ticks, locale);
        List<AxisLabel> labels = new ArrayList<>();
        for (int i = 0; i < ticks.length; i++) {
            labels.add(new AxisLabel(
                    ticks[i], ticks[i], texts.get(i), AxisLabel.Emphasis.NORMAL, AxisLabel.Placement.CENTRED));
        }
        return new AxisMarks(min, max, ticks, labels);
    }
}
