package dev.headroom.app.ui;

import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.WorkspaceSummary;
import java.nio.file.Path;
import java.util.Optional;

/// A session with invented results.
public final class FakeSession implements WorkspaceSession {
    private final int series;

    private FakeSession(int series) {
        this.series = series;
    }

    public static FakeSession empty() {
        return new FakeSession(0);
    }

    public static FakeSession filled() {
        return new FakeSession(480);
    }

    @Override
    public WorkspaceSummary summary() {
        return new WorkspaceSummary(
                Path.of("test-fleet"),
                series / 4,
                5,
                series,
                series == 0 ? 0 : 3,
                Optional.empty(),
                Optional.empty(),
                2_000_000);
    }

    @Override
    public void close() {}
}
