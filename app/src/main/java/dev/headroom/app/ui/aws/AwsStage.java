package dev.headroom.app.ui.aws;

import dev.headroom.app.task.RunningTask;
import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.PullAws;

/// How far a connection is.
public sealed interface AwsStage {
    /// Nothing was asked with what the fields say.
    record Fresh() implements AwsStage {}

    /// Something is being asked.
    record Busy(String words, RunningTask task) implements AwsStage {}

    /// The login was tried.
    record Checked(CheckAws.Result check) implements AwsStage {}

    /// It is known what a pull would ask.
    record Planned(PullAws.Plan plan) implements AwsStage {}

    /// The pull is over.
    record Pulled(PullAws.Result result) implements AwsStage {}

    /// It did not work.
    record Failed(Problem problem) implements AwsStage {}
}
