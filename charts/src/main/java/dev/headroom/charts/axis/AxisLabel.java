package dev.headroom.charts.axis;

/// A word on an axis: where it stands between two positions, and how loud it is.
public record AxisLabel(double from, double to, String text, Emphasis emphasis, Placement placement) {
    /// How loud a label is.
    public enum Emphasis {
        NORMAL,
        STRONG
    }

    /// Where a label stands.
    public enum Placement {
        /// In the middle of the visible part of the stretch.
        CENTRED,
        /// Beginning at the start of the stretch.
        AT_START
    }
}
