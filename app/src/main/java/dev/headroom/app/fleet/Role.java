package dev.headroom.app.fleet;

/// The planted truth about a generated server: what an analysis should find.
enum Role {
    /// Nothing to find: mild growth, enough room, not too much of it.
    STEADY("steady"),
    /// One resource grows and passes 80 % within about 90 days.
    SOON_FULL("soon-full"),
    /// One resource comes close to 80 % at its peaks.
    NEAR_LIMIT("near-limit"),
    /// The processor is at its limit in every busy window.
    SATURATED("saturated"),
    /// The load falls year by year.
    DECLINING("declining"),
    /// Nobody uses it.
    IDLE("idle"),
    /// Used, but at least twice as large as needed.
    OVERSIZED("oversized");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
