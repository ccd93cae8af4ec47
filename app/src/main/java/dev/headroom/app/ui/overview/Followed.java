package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ShellViewModel;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Results that follow the scope and the names that are shown.
final class Followed {
    private final FleetModel fleet;
    private final ShellViewModel shell;

    Followed(FleetModel fleet, ShellViewModel shell) {
        this.fleet = fleet;
        this.shell = shell;
    }

    /// A function of a result, computed anew when the result, the scope or the names change.
    <T, R> ObservableValue<Loaded<R>> mapped(ReadOnlyObjectProperty<Loaded<T>> source, Function<T, R> function) {
        ReadOnlyObjectWrapper<Loaded<R>> target =
                new ReadOnlyObjectWrapper<>(source.get().map(function));
        InvalidationListener follow = changed -> target.set(source.get().map(function));
        source.addListener(follow);
        fleet.insideProperty().addListener(follow);
        shell.namesProperty().addListener(follow);
        return target.getReadOnlyProperty();
    }
}
