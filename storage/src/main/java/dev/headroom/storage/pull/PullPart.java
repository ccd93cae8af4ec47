package dev.headroom.storage.pull;

import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsFailureException;

/// One topic at one place.
interface PullPart {
    PullTopic topic();

    Place place();

    /// What [#run] is going to ask for; nothing that costs money is asked to find it out.
    Expected expected();

    /// Pulls and keeps. What is complete stays when a later block fails.
    ///
    /// @throws AwsFailureException when the rest of the part cannot be pulled
    /// @throws InterruptedException when the user asked to stop
    void run(PullDesk desk) throws AwsFailureException, SourceException, InterruptedException;
}
