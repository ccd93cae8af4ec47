package dev.headroom.app.ui.panel;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// One of several pages of a panel.
public interface PanelTab {
    Region root();

    /// The sentence beside the title of the panel while this page is in front.
    ObservableValue<String> answer();

    /// Called each time the page is brought to the front.
    default void shown() {}

    /// What the palette can do while this page is in front.
    default List<Command> commands() {
        return List.of();
    }

    /// A page that is made when it is first looked at.
    ///
    /// @param label what the person chooses it by
    /// @param tip what it shows, in a few words
    record Source(String label, String tip, Supplier<PanelTab> maker) {}
}
