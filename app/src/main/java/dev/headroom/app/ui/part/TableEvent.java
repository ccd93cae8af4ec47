package dev.headroom.app.ui.part;

import javafx.event.Event;
import javafx.event.EventType;

/// Tells the window that a table has come into view, so that it can be arranged as it was left.
public final class TableEvent extends Event {
    public static final EventType<TableEvent> SHOWN = new EventType<>(Event.ANY, "TABLE_SHOWN");

    public TableEvent() {
        super(SHOWN);
    }
}
