package dev.headroom.engine.rightsizing;

/// How much work a move is, from what changes for the software that runs there. Every move needs a restart.
public enum MigrationEffort {
    /// Another size of the same family: stop, change, start.
    LOW("low", "another size of the family", 0),
    /// Another family of the same architecture: test first.
    MEDIUM("medium", "another family", 10),
    /// Another processor architecture: software has to be built for it, and tested.
    HIGH("high", "another processor architecture", 20);

    private final String words;
    private final String because;
    private final double percent;

    MigrationEffort(String words, String because, double percent) {
        this.words = words;
        this.because = because;
        this.percent = percent;
    }

    public static MigrationEffort of(InstanceShape present, InstanceShape chosen) {
        if (!present.architecture().equals(chosen.architecture())) {
            return HIGH;
        }
        return present.family().equals(chosen.family()) ? LOW : MEDIUM;
    }

    /// One word for tables.
    public String words() {
        return words;
    }

    /// What changes, such as `another family`.
    public String because() {
        return because;
    }

    /// What testing and moving is taken to cost, in percent of the present monthly cost. Our own figures: as
    /// large as the usual smallest saving that is worth a change at all, and twice that.
    public double percent() {
        return percent;
    }
}
