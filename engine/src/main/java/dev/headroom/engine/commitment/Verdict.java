package dev.headroom.engine.commitment;

/// What the advice makes of an option.
public enum Verdict {
    /// To be bought.
    RECOMMENDED("recommended"),
    /// Better in one respect and worse in another than what is recommended.
    ALTERNATIVE("alternative"),
    /// Not to be bought.
    REJECTED("rejected");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
