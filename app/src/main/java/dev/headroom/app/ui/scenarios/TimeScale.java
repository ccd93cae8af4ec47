package dev.headroom.app.ui.scenarios;

import dev.headroom.charts.plot.Viewport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Where days lie on the timeline, so that they lie where the charts below have them.
///
/// @param left the first pixel of the plot area
/// @param right the last one
record TimeScale(double left, double right, Viewport span) {
    private static final double DAY = 86_400;

    double at(LocalDate day) {
        double seconds = day.getYear() > 9_999 ? span.to() : day.toEpochDay() * DAY;
        return left + (seconds - span.from()) / span.span() * (right - left);
    }

    double pixelsADay() {
        return (right - left) / (span.span() / DAY);
    }

    /// The last day in view.
    LocalDate last() {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) span.to()), ZoneOffset.UTC);
    }

    LocalDate first() {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) span.from()), ZoneOffset.UTC);
    }
}
