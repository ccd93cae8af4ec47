package dev.headroom.charts.theme;

/// The sizes of type and marks on one medium, in pixels at 100 % scale.
///
/// `axisFont` also serves quarter, event and limit labels; `markScale` multiplies line widths, markers and the
/// gaps between them.
public record PlotSizes(double axisFont, double legendFont, double calloutFont, double detailFont, double markScale) {
    public PlotSizes {
        if (!(axisFont > 0 && legendFont > 0 && calloutFont > 0 && detailFont > 0 && markScale > 0)) {
            throw new IllegalArgumentException("all sizes must be positive.");
        }
    }

    /// The window: axis 11, legend and call-out 12.
    public static PlotSizes screen() {
        return new PlotSizes(11, 12, 12, 12, 1);
    }

    /// A projected slide: axis 16, call-out 20, lines and markers one and a half times.
    public static PlotSizes presentation() {
        return new PlotSizes(16, 16, 20, 16, 1.5);
    }

    /// A chart for a document: plot type 15.
    public static PlotSizes export() {
        return new PlotSizes(15, 15, 17, 15, 1.35);
    }
}
