package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.DescribeWorkspace;
import dev.headroom.app.usecase.ImportData;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Passwords;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.RunDemo;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Opens real workspaces.
public final class UseCaseGate implements WorkspaceGate {
    private final ShapeCatalog shapes;
    private final Clock clock;
    private final Path usual;
    private final Path sampleData;
    private final Passwords stored;

    /// @param usual the workspace of the user; the demo fleet lives beside it
    /// @param sampleData the folder of the shipped sample
    /// @param stored passwords that need nobody to be asked
    public UseCaseGate(ShapeCatalog shapes, Clock clock, Path usual, Path sampleData, Passwords stored) {
        this.shapes = shapes;
        this.clock = clock;
        this.usual = usual;
        this.sampleData = sampleData;
        this.stored = stored;
    }

    @Override
    public Path usualFolder() {
        return usual;
    }

    @Override
    public WorkspaceSession open(Path folder, Passwords passwords) throws UseCaseException {
        Passwords all = place -> {
            Optional<char[]> typed = passwords.find(place);
            return typed.isPresent() ? typed : stored.find(place);
        };
        OpenWorkspace workspace = OpenWorkspace.at(folder, all);
        boolean known = false;
        try {
            UseCaseSession session = new UseCaseSession(workspace, shapes, clock);
            known = true;
            return session;
        } finally {
            if (!known) {
                workspace.close();
            }
        }
    }

    @Override
    public Path demo(Progress progress) throws UseCaseException {
        Path folder = usual.resolveSibling("Demo fleet");
        List<Path> inputs = RunDemo.inputs(sampleData);
        try (OpenWorkspace demo = OpenWorkspace.at(folder)) {
            if (new DescribeWorkspace(demo).run().isEmpty()) {
                new ImportData(demo, clock).run(inputs, progress);
            }
        }
        return folder;
    }
}
