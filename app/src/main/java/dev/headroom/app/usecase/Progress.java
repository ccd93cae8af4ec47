package dev.headroom.app.usecase;

/// Listens to the progress of a use case and can ask it to stop. Called from worker threads.
public interface Progress {
    /// A listener that ignores everything and never cancels.
    Progress NONE = new Progress() {
        @Override
        public void report(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /// @param what what is being done, as a short phrase such as `Forecasting`
    /// @param done how many of `total` are done
    void report(String what, long done, long total);

    /// True when the user asked to stop; the use case then throws [UseCaseException] of kind CANCELLED soon.
    boolean cancelled();
}
