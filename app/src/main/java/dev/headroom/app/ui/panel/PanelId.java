package dev.headroom.app.ui.panel;

import java.util.Arrays;
import java.util.Optional;

/// The panels in the order of the navigation.
public enum PanelId {
    OVERVIEW("Overview", "fth-grid", Group.LOOK),
    DATA("Data", "fth-database", Group.LOOK),
    EXPLORE("Explore", "fth-compass", Group.LOOK),
    FORECAST("Forecast", "fth-trending-up", Group.DECIDE),
    RISK("Risk", "fth-shield", Group.DECIDE),
    RIGHTSIZING("Rightsizing", "fth-sliders", Group.DECIDE),
    SCENARIOS("Scenarios", "fth-git-branch", Group.DECIDE),
    ANOMALIES("Anomalies", "fth-activity", Group.WATCH),
    COMMITMENTS("Commitments", "fth-lock", Group.WATCH),
    BUDGETS("Budgets", "fth-target", Group.WATCH),
    REPORTS("Reports", "fth-file-text", Group.WATCH);

    /// Groups are separated by a line in the navigation.
    public enum Group {
        LOOK,
        DECIDE,
        WATCH
    }

    private final String label;
    private final String icon;
    private final Group group;

    PanelId(String label, String icon, Group group) {
        this.label = label;
        this.icon = icon;
        this.group = group;
    }

    public String label() {
        return label;
    }

    /// The Feather icon of the panel.
    public String icon() {
        return icon;
    }

    public Group group() {
        return group;
    }

    /// The keys that open the panel.
    public String shortcut() {
        return ordinal() < 9 ? "Ctrl+" + (ordinal() + 1) : ordinal() == 9 ? "Ctrl+0" : "Alt+0";
    }

    /// The panel of a name as it stands in the settings file.
    public static Optional<PanelId> ofName(String name) {
        return Arrays.stream(values()).filter(id -> id.name().equals(name)).findFirst();
    }
}
