package dev.headroom.app.ui.adapter;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.ReliabilityBin;
import dev.headroom.charts.layer.ReliabilityLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.evaluation.ReliabilityTable;
import java.util.List;
import java.util.OptionalInt;

/// Shown probability against how often it came true.
public final class ReliabilityPlots {
    private ReliabilityPlots() {}

    /// @param told the index of the bin that stands in words beside the diagram
    public static Plot of(ReliabilityTable table, int told) {
        List<ReliabilityBin> bins = table.bins().stream()
                .map(bin -> new ReliabilityBin(
                        bin.meanPredicted(), bin.observedShare(), bin.low(), bin.high(), bin.cases()))
                .toList();
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.share(), 0, 1).titled("Shown probability"),
                        ValueAxis.fixed(ValueFormat.share(), 0, 1).titled("Really breached"))
                .add(new ReliabilityLayer(bins, OptionalInt.of(told)))
                .legend(Plot.Legend.NONE)
                .shape(Plot.Shape.SQUARE)
                .build();
    }
}
