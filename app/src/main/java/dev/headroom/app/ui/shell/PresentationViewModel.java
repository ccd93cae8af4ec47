package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Exportable;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The charts that a presentation walks through, in the order of the panels.
public final class PresentationViewModel {
    private final List<Slide> slides;
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);

    /// One chart and the panel that it belongs to.
    public record Slide(PanelId panel, Exportable.Chart chart) {}

    /// @param first the panel to begin with; the first slide when it has no chart
    public PresentationViewModel(List<Slide> slides, PanelId first) {
        this.slides = List.copyOf(slides);
        for (int i = this.slides.size() - 1; i >= 0; i--) {
            if (this.slides.get(i).panel() == first) {
                index.set(i);
            }
        }
        if (index.get() < 0 && !this.slides.isEmpty()) {
            index.set(0);
        }
    }

    /// Which slide is shown; -1 when there is none.
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    public int count() {
        return slides.size();
    }

    public Optional<Slide> current() {
        return index.get() < 0 ? Optional.empty() : Optional.of(slides.get(index.get()));
    }

    /// Goes on by some slides and stops at the ends.
    public void move(int by) {
        show(index.get() + by);
    }

    /// Shows a slide by its place, or the nearest one there is.
    public void show(int place) {
        if (!slides.isEmpty()) {
            index.set(Math.clamp(place, 0, slides.size() - 1));
        }
    }

    /// Such as `3 of 5`.
    public String position() {
        return (index.get() + 1) + " of " + slides.size();
    }
}
