package dev.headroom.app.ui.part;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/// A button that shows the chosen value and offers the others.
public final class Choices {
    private Choices() {}

    /// @param description what is chosen, for people who listen
    /// @param values asked each time the choice opens
    public static <T> MenuButton of(
            String id,
            String description,
            Supplier<List<T>> values,
            Function<T, String> label,
            ObjectProperty<T> chosen) {
        MenuButton menu = new MenuButton(label.apply(chosen.get()));
        menu.setId(id);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(description + ": " + menu.getText());
        chosen.addListener((source, before, now) -> {
            menu.setText(label.apply(now));
            menu.setAccessibleText(description + ": " + menu.getText());
        });
        fill(menu, values, label, chosen);
        menu.setOnShowing(event -> fill(menu, values, label, chosen));
        return menu;
    }

    private static <T> void fill(
            MenuButton menu, Supplier<List<T>> values, Function<T, String> label, ObjectProperty<T> chosen) {
        menu.getItems()
                .setAll(values.get().stream()
                        .map(value -> {
                            MenuItem item = new MenuItem(label.apply(value));
                            item.setOnAction(event -> chosen.set(value));
                            return item;
                        })
                        .toList());
    }
}
