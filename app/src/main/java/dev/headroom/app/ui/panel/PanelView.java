package dev.headroom.app.ui.panel;

import java.util.List;
import javafx.scene.layout.Region;

/// The nodes of one panel.
public interface PanelView {
    PanelId id();

    Region root();

    /// Called each time the panel is brought to the front.
    default void shown() {}

    /// What the palette can do while this panel is in front, beside the commands of the window.
    default List<Command> commands() {
        return List.of();
    }
}
