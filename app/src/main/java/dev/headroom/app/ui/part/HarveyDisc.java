package dev.headroom.app.ui.part;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A small disc filled by quarters, the glyph of a probability. Its colour is the tone's.
public final class HarveyDisc extends Pane {
    private static final double SIZE = 12;

    /// @param quarters 0 to 4
    public HarveyDisc(int quarters, Tone tone) {
        if (quarters < 0 || quarters > 4) {
            throw new IllegalArgumentException("quarters (" + quarters + ") must lie in 0..4.");
        }
        getStyleClass().addAll("harvey-disc", tone.style());
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        Circle ring = new Circle(SIZE / 2, SIZE / 2, SIZE / 2 - 1);
        ring.getStyleClass().add("disc-ring");
        getChildren().add(ring);
        if (quarters == 4) {
            ring.getStyleClass().add("disc-full");
        } else if (quarters > 0) {
            Arc arc = new Arc(SIZE / 2, SIZE / 2, SIZE / 2 - 1, SIZE / 2 - 1, 90, -90.0 * quarters);
            arc.setType(ArcType.ROUND);
            arc.getStyleClass().add("disc-part");
            getChildren().add(arc);
        }
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(quarters + " of 4");
    }
}
