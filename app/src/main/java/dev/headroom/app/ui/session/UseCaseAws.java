package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.UseCaseException;
import java.time.Clock;
import java.util.List;

/// Live AWS accounts from the use case on an open workspace.
final class UseCaseAws implements AwsSession {
    private final OpenWorkspace workspace;
    private final Clock clock;

    private final Repricing pulled;

    /// What follows a pull.
    @FunctionalInterface
    interface Repricing {
        void run() throws UseCaseException;
    }

    /// @param pulled reads anew what a pull may have changed
    UseCaseAws(OpenWorkspace workspace, Clock clock, Repricing pulled) {
        this.workspace = workspace;
        this.clock = clock;
        this.pulled = pulled;
    }

    @Override
    public List<String> profiles() {
        return CheckAws.profiles();
    }

    @Override
    public CheckAws.Result check(PullAws.Request request, PullAws.CodePrompt codes) throws UseCaseException {
        return CheckAws.run(
                request.profile(),
                request.regions().stream()
                        .filter(region -> !region.equals("all"))
                        .findFirst(),
                codes);
    }

    @Override
    public PullAws.Plan plan(PullAws.Request request, PullAws.CodePrompt codes, Progress progress)
            throws UseCaseException {
        return new PullAws(workspace, clock, codes).plan(request, progress);
    }

    @Override
    public PullAws.Result pull(PullAws.Request request, PullAws.CodePrompt codes, Progress progress)
            throws UseCaseException {
        PullAws.Result result = new PullAws(workspace, clock, codes).run(request, progress);
        pulled.run();
        return result;
    }
}
