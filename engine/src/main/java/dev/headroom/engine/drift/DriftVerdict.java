package dev.headroom.engine.drift;

/// What the tests together say of a model.
public enum DriftVerdict {
    STABLE("stable", "Keep the model."),
    /// Weak signs of drift, or the values changed while the forecasts still hold.
    WATCH("watch", "Keep the model and look again when more days have come."),
    DRIFTED("drifted", "Train the model again."),
    /// Too few forecasts have come due to say anything.
    TOO_LITTLE_EVIDENCE("too little evidence", "Wait until more forecasts have come due.");

    private final String words;
    private final String advice;

    DriftVerdict(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    public String words() {
        return words;
    }

    /// What to do about it, in one sentence.
    public String advice() {
        return advice;
    }
}
