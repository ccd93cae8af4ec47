package dev.headroom.app.ui.shell;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/// A search as it is shown: letters in, hits out, one of them selected.
interface SearchModel<H> {
    StringProperty queryProperty();

    ObservableList<H> hits();

    /// The index in [#hits] that Enter takes; -1 when there is none.
    ReadOnlyIntegerProperty selectedProperty();

    /// How much is searched in all.
    int total();

    /// Moves the selection by some hits, round at the ends.
    void move(int by);

    void select(int position);
}
