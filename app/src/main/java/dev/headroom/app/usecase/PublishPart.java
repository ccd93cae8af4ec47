package dev.headroom.app.usecase;

import dev.headroom.storage.publish.PublishSwitch;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import java.util.List;

/// One thing that is switched on: what of it is to be written, and the writing.
interface PublishPart {
    PublishSwitch how();

    /// Where AWS is asked.
    String region();

    /// What is to be written; empty when everything is there already.
    PublishAws.Part planned();

    /// Writes. What is complete is noted at once.
    ///
    /// @throws InterruptedException when the user asks to stop
    void run(AwsConnection connection) throws AwsFailureException, InterruptedException, UseCaseException;

    /// What was written so far, also when not all of it could be.
    List<PublishAws.Item> written();
}
