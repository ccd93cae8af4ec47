package dev.headroom.app.ui.commitments;

import dev.headroom.engine.commitment.Verdict;

/// Which options the table shows.
public enum OptionFilter {
    WORTH("Worth a look"),
    ALL("All");

    private final String label;

    OptionFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean takes(Verdict verdict) {
        return this == ALL || verdict != Verdict.REJECTED;
    }
}
