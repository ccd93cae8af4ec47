package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.engine.rightsizing.Standing;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Where a recommendation stands, as a badge that tells why in its tooltip.
public final class StatusBadge {
    private StatusBadge() {}

    public static Node of(Decidable row) {
        if (row.status() == Standing.Status.NOTHING) {
            return Parts.label(Formats.UNKNOWN, "small", "muted");
        }
        Label badge = switch (row.status()) {
            case OPEN -> Parts.label("Open", "badge", Tone.NEUTRAL.style());
            case ACCEPTED -> Parts.badge(Tone.GOOD, "fth-check", "Accepted");
            case DONE -> Parts.badge(Tone.GOOD, "fth-check-circle", "Done");
            case DISMISSED -> Parts.badge(Tone.NEUTRAL, "fth-x", "Dismissed");
            case SNOOZED -> Parts.badge(Tone.NEUTRAL, "fth-clock", "Snoozed");
            case NOTHING -> throw new IllegalStateException("status (NOTHING) has no badge.");
        };
        if (!row.standing().why().isEmpty()) {
            badge.setTooltip(new Tooltip(row.standing().why()));
        }
        return badge;
    }
}
