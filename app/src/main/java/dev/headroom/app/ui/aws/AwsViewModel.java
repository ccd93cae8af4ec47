package dev.headroom.app.ui.aws;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.RunningTask;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.AwsSession;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.PullAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The connection to AWS: the fields, the check of the login, the plan with its price, and the pull.
public final class AwsViewModel {
    private final AwsSession session;
    private final ShellViewModel shell;
    private final BackgroundRunner runner;
    private final Formats formats;
    private final Executor window;
    private final Runnable pulled;
    private final AwsForm form = new AwsForm();
    private final ReadOnlyObjectWrapper<AwsStage> stage = new ReadOnlyObjectWrapper<>(new AwsStage.Fresh());
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A device whose code is asked for.
    public record Asked(String device, CompletableFuture<Optional<String>> answer) {}

    /// @param window runs on the window's thread
    /// @param pulled runs when the workspace has new content
    public AwsViewModel(
            AwsSession session,
            ShellViewModel shell,
            BackgroundRunner runner,
            Formats formats,
            Executor window,
            Runnable pulled) {
        this.session = session;
        this.shell = shell;
        this.runner = runner;
        this.formats = formats;
        this.window = window;
        this.pulled = pulled;
        form.onChange(() -> {
            if (!(stage.get() instanceof AwsStage.Busy)) {
                stage.set(new AwsStage.Fresh());
            }
        });
    }

    public AwsForm form() {
        return form;
    }

    public Formats formats() {
        return formats;
    }

    public ReadOnlyObjectProperty<AwsStage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// The device whose code is asked for now; empty when none is.
    public ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// The default chain, and the profiles of this machine.
    public List<Optional<String>> profiles() {
        List<Optional<String>> profiles = new ArrayList<>();
        profiles.add(Optional.empty());
        session.profiles().forEach(profile -> profiles.add(Optional.of(profile)));
        return profiles;
    }

    public static String words(Optional<String> profile) {
        return profile.orElse("Default login");
    }

    /// Tries the login.
    public void check() {
        start(
                "Checking the login",
                request -> Job.of("Checking the AWS login", progress -> session.check(request, this::code))
                        .after(check -> stage.set(new AwsStage.Checked(check))));
    }

    /// Finds out what a pull would ask and cost.
    public void plan() {
        start(
                "Looking at what there is",
                request -> Job.of("Planning a pull from AWS", progress -> session.plan(request, this::code, progress))
                        .after(plan -> stage.set(new AwsStage.Planned(plan))));
    }

    /// Pulls; goes on when nobody looks.
    public void pull() {
        start(
                "Pulling",
                request -> Job.of("Pulling from AWS", progress -> session.pull(request, this::code, progress))
                        .after(this::tell));
    }

    private void tell(PullAws.Result result) {
        stage.set(new AwsStage.Pulled(result));
        long accepted = result.kept().stream().mapToLong(PullAws.Kept::accepted).sum();
        String rows = formats.count(accepted) + " new or changed rows";
        if (result.end().isPresent()) {
            shell.notify(Notice.bad(
                    "The pull from AWS ended early", result.end().get().message() + " " + rows + " are kept."));
        } else {
            shell.notify(Notice.good("Pulled from AWS", rows + "."));
        }
        pulled.run();
    }

    /// Ends what is running; what is complete is kept.
    public void stop() {
        asked.get().ifPresent(open -> open.answer().complete(Optional.empty()));
        if (stage.get() instanceof AwsStage.Busy(var words, var task)) {
            task.stop();
        }
    }

    private <T> void start(String words, Function<PullAws.Request, Job<T>> job) {
        Optional<String> problem = form.problem();
        if (problem.isPresent()) {
            stage.set(new AwsStage.Failed(new Problem("", problem.get())));
            return;
        }
        RunningTask task =
                runner.start(job.apply(form.request()).failed(this::fail).stopped(() -> {
                    stage.set(new AwsStage.Fresh());
                    pulled.run();
                }));
        stage.set(new AwsStage.Busy(words, task));
    }

    private void fail(TaskFailure failure) {
        stage.set(new AwsStage.Failed(new Problem(failure.code(), failure.message())));
    }

    /// Asks the person, from a thread that waits.
    private Optional<String> code(String device) {
        Asked open = new Asked(device, new CompletableFuture<>());
        window.execute(() -> asked.set(Optional.of(open)));
        try {
            return open.answer().join();
        } finally {
            window.execute(() -> asked.set(Optional.empty()));
        }
    }

    /// Answers the device that is asked for.
    public void answer(String code) {
        asked.get()
                .ifPresent(
                        open -> open.answer().complete(Optional.of(code.strip()).filter(text -> !text.isEmpty())));
    }
}
