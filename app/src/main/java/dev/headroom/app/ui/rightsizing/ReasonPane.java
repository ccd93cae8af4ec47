package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.rightsizing.Rejection;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why the chosen server gets its recommendation, what would flip it and what was rejected.
final class ReasonPane extends VBox {
    private static final int REJECTIONS = 3;
    private final RightsizingViewModel model;

    ReasonPane(RightsizingViewModel model) {
        super(6);
        this.model = model;
        model.selectedProperty().addListener((source, before, now) -> show(now));
        model.past()
                .changedProperty()
                .addListener(
                        (source, before, now) -> show(model.selectedProperty().get()));
        show(model.selectedProperty().get());
    }

    private void show(@Nullable SizingRow row) {
        getChildren().clear();
        if (row == null) {
            getChildren().add(Parts.prose("Choose a server to see why.", "small", "muted"));
            return;
        }
        String title = row.to().equals("keep") || row.to().equals(Formats.UNKNOWN)
                ? "Why not change " + row.server()
                : "Why " + row.to() + " for " + row.server();
        getChildren().add(Parts.prose(title, "small", "strong"));
        if (!row.standing().why().isEmpty()) {
            getChildren().add(Parts.prose(row.standing().why(), "small"));
        }
        String reason = row.recommendation().reason();
        getChildren().add(Parts.prose(reason, "small", "muted"));
        String flip = model.evidence().flip(row);
        if (!flip.isEmpty() && !reason.contains("would flip")) {
            getChildren().add(Parts.prose("What would flip it: " + flip, "small"));
        }
        SizingPast past = model.past();
        past.realised(row).ifPresent(words -> getChildren().add(Parts.prose(words, "small", "strong")));
        past.hindsight(row).ifPresent(words -> getChildren().add(Parts.prose(words, "small")));
        if (past.canLookBack(row)) {
            Button look = Parts.link(past.question(), past::lookBack);
            Parts.describe(look, "Recommend as it was possible then, and replay the days since then");
            look.setId("look-back");
            getChildren().add(look);
        }
        for (Rejection rejection :
                row.recommendation().rejections().stream().limit(REJECTIONS).toList()) {
            getChildren().add(Parts.prose("Rejected: " + rejection.words(), "small", "muted"));
        }
    }
}
