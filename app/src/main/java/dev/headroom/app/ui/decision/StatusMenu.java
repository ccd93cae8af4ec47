package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.part.Chip;
import dev.headroom.app.ui.part.Columns;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;

/// How tables show where advice stands: a choice above them and a column in them.
public final class StatusMenu {
    private StatusMenu() {}

    public static MenuButton of(ObjectProperty<StatusFilter> chosen) {
        return Chip.of(
                chosen.map(StatusFilter::label),
                "State",
                List.of(StatusFilter.values()),
                StatusFilter::label,
                chosen::set);
    }

    /// Says nothing while every row stands in the same state.
    public static <R extends Decidable> TableColumn<R, R> column(ObjectProperty<StatusFilter> chosen) {
        TableColumn<R, R> state = Columns.node(
                "State", 94, row -> row.status().words(), Comparator.comparing(Decidable::status), StatusBadge::of);
        state.visibleProperty().bind(chosen.isEqualTo(StatusFilter.ALL));
        return state;
    }
}
