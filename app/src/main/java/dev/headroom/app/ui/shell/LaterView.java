package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Parts;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A panel that does not work yet and says so.
public final class LaterView implements PanelView {
    private final PanelId id;
    private final VBox root;

    public LaterView(PanelId id) {
        this.id = id;
        Node message = StatePane.emptyNode(new PanelState.Empty(
                id.icon(),
                "Arrives with a later release",
                promise(id),
                action(id),
                "Not part of this release",
                () -> {}));
        root = new VBox(12, Parts.row(12, Parts.label(id.label(), "page-title")), message);
        root.getStyleClass().add("panel");
        VBox.setVgrow(message, Priority.ALWAYS);
    }

    private static String promise(PanelId id) {
        return switch (id) {
            case ANOMALIES -> "Unusual cost and load with severity, root cause and history.";
            case BUDGETS -> "Budgets with a forecast band and the probability to exceed them.";
            case REPORTS -> "Choose sections, scope and period, and export what adds up.";
            case OVERVIEW, DATA, EXPLORE, FORECAST, RISK, RIGHTSIZING, SCENARIOS, COMMITMENTS -> "";
        };
    }

    private static String action(PanelId id) {
        return switch (id) {
            case ANOMALIES -> "Find anomalies";
            case BUDGETS -> "New budget";
            case REPORTS -> "New report";
            case OVERVIEW, DATA, EXPLORE, FORECAST, RISK, RIGHTSIZING, SCENARIOS, COMMITMENTS -> "";
        };
    }

    @Override
    public PanelId id() {
        return id;
    }

    @Override
    public Region root() {
        return root;
    }
}
