package dev.headroom.charts.plot;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.ReliabilityBin;
import dev.headroom.charts.layer.FrontierLayer;
import dev.headroom.charts.layer.ReliabilityLayer;
import java.util.List;
import java.util.OptionalInt;

/// Plots that are always built the same way.
public final class Diagrams {
    private Diagrams() {}

    /// The reliability diagram: square, both axes from 0 to 100 %, the diagonal and the bins.
    public static Plot reliability(List<ReliabilityBin> bins, OptionalInt highlighted) {
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.share(), 0, 1, 0.25).titled("Shown probability"),
                        ValueAxis.fixed(ValueFormat.share(), 0, 1, 0.25).titled("Really breached"))
                .add(new ReliabilityLayer(bins, highlighted))
                .shape(Plot.Shape.SQUARE)
                .legend(Plot.Legend.NONE)
                .span(new Viewport(0, 1))
                .build();
    }

    /// A frontier: gain upwards, risk to the right, both from zero.
    public static Plot frontier(FrontierLayer layer, ValueFormat gain, ValueFormat risk, String riskTitle) {
        double end = layer.data().size() == 0 ? 1 : layer.data().x(layer.data().size() - 1);
        return Plot.builder(ValueAxis.withZero(risk).titled(riskTitle), ValueAxis.withZero(gain))
                .add(layer)
                .legend(Plot.Legend.NONE)
                .span(new Viewport(0, Math.max(end * 1.12, 1e-9)))
                .build();
    }
}
