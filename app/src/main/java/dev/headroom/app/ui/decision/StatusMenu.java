package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.part.Columns;
import java.util.Comparator;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;

/// How tables show where advice stands: a choice above them and a column in them.
public final class StatusMenu {
    private StatusMenu() {}

    public static MenuButton of(ObjectProperty<StatusFilter> chosen) {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(chosen.map(StatusFilter::label));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("State");
        for (StatusFilter status : StatusFilter.values()) {
            MenuItem item = new MenuItem(status.label());
            item.setOnAction(event -> chosen.set(status));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// Says nothing while every row stands in the same state.
    public static <R extends Decidable> TableColumn<R, R> column(ObjectProperty<StatusFilter> chosen) {
        TableColumn<R, R> state = Columns.node(
                "State", 94, row -> row.status().words(), Comparator.comparing(Decidable::status), StatusBadge::of);
        state.visibleProperty().bind(chosen.isEqualTo(StatusFilter.ALL));
        return state;
    }
}
