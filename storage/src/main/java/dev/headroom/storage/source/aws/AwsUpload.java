package dev.headroom.storage.source.aws;

import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Writes objects to S3, each with a checksum that S3 holds against what it got.
public final class AwsUpload {
    /// A large file on a slow line takes longer than any other call.
    private static final Duration ATTEMPT = Duration.ofMinutes(8);

    private final S3Client client;
    private final Writing writing;

    AwsUpload(S3Client client, Writing writing) {
        this.client = client;
        this.writing = writing;
    }

    /// Writes a file as an object, or nothing of it.
    ///
    /// @param type such as `application/vnd.apache.parquet`
    public void put(S3Address object, Path file, String type) throws AwsFailureException {
        writing.asked(
                AwsWrite.OBJECT,
                object.toString(),
                () -> client.putObject(
                        ask -> ask.bucket(object.bucket())
                                .key(object.key())
                                .contentType(type)
                                .overrideConfiguration(call -> call.apiCallAttemptTimeout(ATTEMPT)),
                        RequestBody.fromFile(file)));
    }
}
