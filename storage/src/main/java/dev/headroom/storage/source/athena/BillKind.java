package dev.headroom.storage.source.athena;

/// Which bill a table is.
public enum BillKind {
    CUR_2("CUR 2.0"),
    CUR_LEGACY("legacy Cost and Usage Report"),
    FOCUS("FOCUS");

    private final String words;

    BillKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
