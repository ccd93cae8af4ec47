package dev.headroom.app.fleet;

/// A listener for tests that do not care about progress.
final class Silent implements GenerationListener {
    static final GenerationListener LISTENER = new Silent();

    @Override
    public void report(String what, long done, long total) {}

    @Override
    public boolean cancelled() {
        return false;
    }
}
