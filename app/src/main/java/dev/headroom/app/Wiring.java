package dev.headroom.app;

import dev.headroom.app.report.DemoArtifacts;
import dev.headroom.app.usecase.RunDemo;
import dev.headroom.app.usecase.Shapes;
import java.time.Clock;

/// The only place that puts services together.
final class Wiring {
    private Wiring() {}

    static RunDemo demo() {
        return new RunDemo(Shapes.shipped(), new DemoArtifacts(), Clock.systemUTC());
    }
}
