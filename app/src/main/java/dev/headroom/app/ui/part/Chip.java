package dev.headroom.app.ui.part;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/// A small menu that says what is chosen and offers the others.
public final class Chip {
    private Chip() {}

    /// @param words what is chosen, as the chip says it
    /// @param tip what is chosen with it
    public static <T> MenuButton of(
            ObservableValue<String> words, String tip, List<T> values, Function<T, String> label, Consumer<T> choose) {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(words);
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(menu, tip);
        for (T value : values) {
            MenuItem item = new MenuItem(label.apply(value));
            item.setOnAction(event -> choose.accept(value));
            menu.getItems().add(item);
        }
        return menu;
    }
}
