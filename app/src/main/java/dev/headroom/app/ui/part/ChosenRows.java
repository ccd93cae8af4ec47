package dev.headroom.app.ui.part;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Rows that are shown, which of them are chosen, and the one that the detail is about. A row that is computed anew
/// stays chosen; when the chosen one goes, the one in its place is chosen.
///
/// @param <R> a value; rows with the same key stand for the same thing
public final class ChosenRows<R> {
    private final Function<R, ?> key;
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final ObservableList<R> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<R> chosen = FXCollections.observableArrayList();
    private final ObservableList<R> chosenView = FXCollections.unmodifiableObservableList(chosen);
    private final ObjectProperty<@Nullable R> selected = new SimpleObjectProperty<>();

    /// @param key what a row is known by
    public ChosenRows(Function<R, ?> key) {
        this.key = key;
    }

    public ObservableList<R> rows() {
        return rowsView;
    }

    /// The row of the detail; null when there are no rows.
    public ObjectProperty<@Nullable R> selectedProperty() {
        return selected;
    }

    /// All chosen rows, the one of the detail among them.
    public ObservableList<R> chosen() {
        return chosenView;
    }

    public void choose(List<R> next) {
        if (!chosen.equals(next)) {
            chosen.setAll(next);
        }
    }

    /// Shows other rows.
    public void show(List<R> next) {
        R before = selected.get();
        int place = before == null ? 0 : Math.max(0, rows.indexOf(before));
        List<Object> keys = chosen.stream().<Object>map(key).toList();
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        R now = rows.stream()
                .filter(row -> before != null && key.apply(row).equals(key.apply(before)))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.get(Math.min(place, rows.size() - 1)));
        selected.set(now);
        List<R> still =
                rows.stream().filter(row -> keys.contains(key.apply(row))).toList();
        choose(still.contains(now) ? still : now == null ? List.of() : List.of(now));
    }
}
