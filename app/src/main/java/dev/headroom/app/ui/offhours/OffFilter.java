package dev.headroom.app.ui.offhours;

/// Which servers the table shows.
public enum OffFilter {
    OFF("Can be off"),
    ON("Stay on");

    private final String label;

    OffFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean takes(OffRow row) {
        return row.off().isPresent() == (this == OFF);
    }
}
