package dev.headroom.app.ui.part;

/// How high the rows of all tables are.
public enum Density {
    COMFORTABLE("Comfortable rows"),
    COMPACT("Compact rows");

    private final String label;

    Density(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public Density other() {
        return this == COMFORTABLE ? COMPACT : COMFORTABLE;
    }
}
