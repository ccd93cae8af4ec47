package dev.headroom.app.ui;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.ui.shell.WindowSettings;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What view models need, without a stage: the test itself is the window's thread.
public final class ViewModels implements AutoCloseable {
    private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
    private final BackgroundRunner runner = new BackgroundRunner(steps::add, InstantSource.system(), 2);
    private final ShellViewModel shell = new ShellViewModel(WindowSettings.first());
    private final FakeSession session;
    private final FleetModel fleet;

    public ViewModels(FakeSession session) {
        this.session = session;
        this.fleet = new FleetModel(session, runner, session.summary());
        fleet.scopeProperty().bind(shell.scopeProperty());
        fleet.basisProperty().bind(shell.basisProperty());
        fleet.pseudonymsProperty().bind(shell.pseudonymsProperty());
        fleet.namesProperty()
                .addListener((source, before, now) -> shell.namesProperty().set(now));
    }

    public FleetModel fleet() {
        return fleet;
    }

    public FakeSession session() {
        return session;
    }

    public ShellViewModel shell() {
        return shell;
    }

    public BackgroundRunner runner() {
        return runner;
    }

    /// Runs on the thread of the window, that is in [#settle].
    public Executor window() {
        return steps::add;
    }

    public Formats formats() {
        return Formats.english();
    }

    /// Runs what the window's thread has to do until no job is left.
    public void settle() throws InterruptedException {
        while (!runner.running().isEmpty()) {
            Runnable step = steps.poll(20, TimeUnit.SECONDS);
            if (step == null) {
                throw new IllegalStateException(
                        "Nothing arrived from " + runner.running().getFirst().name() + ".");
            }
            step.run();
        }
    }

    @Override
    public void close() {
        runner.close();
    }
}
