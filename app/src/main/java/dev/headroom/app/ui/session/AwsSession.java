package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.UseCaseException;
import java.util.List;

/// Live AWS accounts, as the window asks for them. Every method but the first may take long and is called away from the
/// window's thread.
public interface AwsSession {
    /// The profiles in the configuration of AWS on this machine, by name.
    List<String> profiles();

    /// Whether a login works, and what it may do.
    CheckAws.Result check(PullAws.Request request, PullAws.CodePrompt codes) throws UseCaseException;

    /// What a pull would ask for and cost.
    PullAws.Plan plan(PullAws.Request request, PullAws.CodePrompt codes, Progress progress) throws UseCaseException;

    /// Pulls.
    PullAws.Result pull(PullAws.Request request, PullAws.CodePrompt codes, Progress progress) throws UseCaseException;
}
