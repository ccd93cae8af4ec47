package dev.headroom.charts.axis;

/// What can stand below a plot: time or a value.
public sealed interface HorizontalAxis permits TimeAxis, ValueAxis {
    /// The ticks and labels for a visible span on this many pixels at this type size.
    AxisMarks marks(double from, double to, double pixels, double fontSize);

    /// A position in words, as the pill below the crosshair shows it.
    String describe(double position);
}
