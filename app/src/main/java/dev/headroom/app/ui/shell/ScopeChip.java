package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The breadcrumb of the scope. A step goes back to it; the last one opens the search.
final class ScopeChip extends HBox {
    private static final double WIDEST_STEP = 150;
    private final ShellViewModel model;
    private final ShellActions actions;

    ScopeChip(ShellViewModel model, ShellActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("scope-chip");
        setAlignment(Pos.CENTER_LEFT);
        setMaxHeight(Region.USE_PREF_SIZE);
        model.scopeProperty().addListener((source, before, now) -> fill());
        model.namesProperty().addListener((source, before, now) -> fill());
        model.workspaceProperty().addListener((source, before, now) -> fill());
        fill();
    }

    private void fill() {
        getChildren().clear();
        boolean filled = model.workspaceProperty().get() instanceof WorkspaceState.Filled;
        setDisable(!filled);
        if (!filled) {
            getChildren().add(search("No scope yet", "Scope: none yet"));
            return;
        }
        List<ScopeWords.Crumb> crumbs = model.crumbs();
        for (ScopeWords.Crumb crumb : crumbs.subList(0, crumbs.size() - 1)) {
            Button step =
                    Parts.button(crumb.words(), "", () -> model.scopeProperty().set(crumb.scope()), "crumb");
            step.setMinWidth(28);
            step.setMaxWidth(WIDEST_STEP);
            Parts.describe(step, "Widen the scope to " + crumb.words());
            getChildren().addAll(step, Icons.small("fth-chevron-right"));
        }
        String path =
                String.join(", ", crumbs.stream().map(ScopeWords.Crumb::words).toList());
        String last = model.scopeProperty().get().isAll()
                ? "All accounts"
                : crumbs.getLast().words();
        getChildren().add(search(last, "Scope: " + path + "   Alt+S"));
    }

    private Button search(String words, String description) {
        Button button = Parts.button(words, "fth-chevron-down", actions::openScope, "crumb", "crumb-last");
        button.setId("scope-chip");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(60);
        button.setMaxWidth(WIDEST_STEP + 40);
        Parts.describe(button, description);
        return button;
    }
}
