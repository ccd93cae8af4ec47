package dev.headroom.charts.control;

import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.layer.Readout;
import dev.headroom.charts.theme.ProbabilityScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the card at a heatmap cell says: a heading, the name of the probability, more lines, and what Enter does.
public record HeatmapNote(String heading, String quantity, List<String> lines, String hint) {
    public HeatmapNote {
        lines = List.copyOf(lines);
    }

    /// The words that need no more than the cell itself.
    static HeatmapNote of(HeatmapData.Cell cell) {
        return new HeatmapNote(
                cell.row().name() + ", " + cell.columnGroup() + ", " + cell.column(),
                "Probability",
                List.of(),
                "Enter opens the forecast");
    }

    HoverCard card(HeatmapData.Cell cell) {
        List<Readout> rows = new ArrayList<>();
        rows.add(Readout.strong(quantity, ProbabilityScale.describe(cell.value())));
        for (String line : lines) {
            rows.add(new Readout(line, "", Readout.Weight.NORMAL, Optional.empty()));
        }
        return new HoverCard(heading, rows, hint);
    }
}
