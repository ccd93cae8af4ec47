package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// The risk of a change as disc and word.
public final class RiskGlyph {
    private RiskGlyph() {}

    public static Node of(SizingRow row) {
        Optional<SizingRisk.Level> level = row.risk();
        if (level.isEmpty()) {
            return Parts.label(Formats.UNKNOWN, "small", "muted");
        }
        int quarters = switch (level.get()) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 4;
        };
        HBox box = Columns.probability(quarters, row.tone(), level.get().words());
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
