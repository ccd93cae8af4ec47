package dev.headroom.app.usecase;

/// How many threads work at a time. Results do not depend on it.
///
/// @param count 1 or more
public record Threads(int count) {
    public Threads {
        if (count < 1) {
            throw new IllegalArgumentException("count (" + count + ") must be 1 or more.");
        }
    }

    /// One for each processor.
    public static Threads all() {
        return new Threads(Runtime.getRuntime().availableProcessors());
    }
}
