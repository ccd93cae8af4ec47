package dev.headroom.app;

import dev.headroom.app.cli.DefaultFolders;
import dev.headroom.app.report.DemoArtifacts;
import dev.headroom.app.secret.Keyring;
import dev.headroom.app.secret.StoredPasswords;
import dev.headroom.app.ui.session.UseCaseGate;
import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.usecase.RunDemo;
import dev.headroom.app.usecase.Shapes;
import java.nio.file.Path;
import java.time.Clock;

/// The only place that puts services together.
final class Wiring {
    private Wiring() {}

    /// What the window opens workspaces with.
    static WorkspaceGate gate() {
        Path home = Path.of(System.getProperty("headroom.home", "."));
        return new UseCaseGate(
                Shapes.shipped(),
                Clock.systemDefaultZone(),
                DefaultFolders.workspace(),
                home.resolve("sample-data"),
                new StoredPasswords(System.getenv(), Keyring.ofSystem()));
    }

    static RunDemo demo() {
        return new RunDemo(Shapes.shipped(), new DemoArtifacts(), Clock.systemUTC());
    }
}
