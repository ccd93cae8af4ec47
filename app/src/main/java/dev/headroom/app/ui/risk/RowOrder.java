package dev.headroom.app.ui.risk;

/// How the rows of the heatmap are sorted within their group.
public enum RowOrder {
    HIGHEST_RISK("Highest risk"),
    SOONEST_BREACH("Soonest breach"),
    NAME("Name");

    private final String label;

    RowOrder(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
