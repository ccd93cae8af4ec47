package dev.headroom.charts.plot;

/// The positions in view, from the left to the right edge of the plot area.
public record Viewport(double from, double to) {
    public Viewport {
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("from (%s) must be less than to (%s).".formatted(from, to));
        }
    }

    /// The width in positions.
    public double span() {
        return to - from;
    }

    /// The view after zooming by a factor around a position that keeps its place; below 1 zooms in.
    public Viewport zoomed(double factor, double centre) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor (" + factor + ") must be positive.");
        }
        return new Viewport(centre - (centre - from) * factor, centre + (to - centre) * factor);
    }

    /// The view moved by a distance.
    public Viewport moved(double distance) {
        return new Viewport(from + distance, to + distance);
    }

    /// The closest view of at least `leastSpan` that lies within the limits.
    public Viewport within(Viewport limits, double leastSpan) {
        double least = Math.min(leastSpan, limits.span());
        double span = Math.clamp(span(), least, limits.span());
        double start = span == span() ? from : (from + to) / 2 - span / 2;
        double clamped = Math.clamp(start, limits.from, Math.max(limits.from, limits.to - span));
        return new Viewport(clamped, clamped + span);
    }
}
