package dev.headroom.app.ui.session;

import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A result as it was computed, and as it is shown under the names that are chosen.
final class Shown<T> {
    private final BiFunction<T, Names, T> rename;
    private final ReadOnlyObjectProperty<Names> names;
    private final ReadOnlyObjectWrapper<Loaded<T>> shown = new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private Loaded<T> computed = new Loaded.Waiting<>();

    Shown(ReadOnlyObjectProperty<Names> names, BiFunction<T, Names, T> rename) {
        this.names = names;
        this.rename = rename;
        names.addListener((source, before, now) -> show());
    }

    void set(Loaded<T> state) {
        computed = state;
        show();
    }

    /// The result under its real names.
    Loaded<T> computed() {
        return computed;
    }

    private void show() {
        shown.set(computed.map(value -> rename.apply(value, names.get())));
    }

    ReadOnlyObjectProperty<Loaded<T>> property() {
        return shown.getReadOnlyProperty();
    }
}
