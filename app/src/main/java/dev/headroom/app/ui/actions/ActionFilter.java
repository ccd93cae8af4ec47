package dev.headroom.app.ui.actions;

/// Which actions the table shows.
public enum ActionFilter {
    CHOSEN("Chosen"),
    LEFT("Left out");

    private final String label;

    ActionFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean takes(ActionRow row) {
        return row.chosen().isPresent() == (this == CHOSEN);
    }
}
