package dev.headroom.app.ui;

import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Opens sessions that a test prepared.
public final class FakeGate implements WorkspaceGate {
    private final List<Path> opened = new ArrayList<>();
    private Opener opener = folder -> {
        throw new UseCaseException(UseCaseException.Kind.SOURCE, "HR-1002", "Another window has this workspace open.");
    };

    /// Makes a session for a folder, or refuses.
    public interface Opener {
        WorkspaceSession open(Path folder) throws UseCaseException;
    }

    public static FakeGate of(Opener opener) {
        FakeGate gate = new FakeGate();
        gate.opener = opener;
        return gate;
    }

    public List<Path> opened() {
        return List.copyOf(opened);
    }

    @Override
    public Path usualFolder() {
        return Path.of("usual");
    }

    @Override
    public WorkspaceSession open(Path folder) throws UseCaseException {
        opened.add(folder);
        return opener.open(folder);
    }

    @Override
    public Path demo(Progress progress) {
        return Path.of("demo");
    }
}
