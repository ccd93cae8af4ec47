package dev.headroom.app.ui.part;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;

/// Asks the window to write a chart or a table to a file.
public final class ExportEvent extends Event {
    public static final EventType<ExportEvent> ASKED = new EventType<>(Event.ANY, "EXPORT_ASKED");
    private final transient Exportable what;
    private final ExportFormat format;

    public ExportEvent(Exportable what, ExportFormat format) {
        super(null, NULL_SOURCE_TARGET, ASKED);
        this.what = what;
        this.format = format;
    }

    private ExportEvent(ExportEvent from, Object source, EventTarget target) {
        super(source, target, ASKED);
        this.what = from.what;
        this.format = from.format;
    }

    @Override
    public ExportEvent copyFor(Object newSource, EventTarget newTarget) {
        return new ExportEvent(this, newSource, newTarget);
    }

    public Exportable what() {
        return what;
    }

    public ExportFormat format() {
        return format;
    }
}
