package dev.headroom.storage.pull;

/// Follows a pull and can end it. Called often; must return at once.
public interface PullListener {
    /// @param what is being pulled, such as `aws/111122223333/eu-central-1/usage`
    void advanced(String what, long calls, long expectedCalls);

    /// True when the pull should end. What is complete stays.
    boolean cancelled();

    /// Follows nothing and never ends it.
    static PullListener none() {
        return new PullListener() {
            @Override
            public void advanced(String what, long calls, long expectedCalls) {
                // nothing to show
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
