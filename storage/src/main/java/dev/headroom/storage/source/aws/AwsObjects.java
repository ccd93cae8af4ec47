package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/// Reads objects of S3.
public final class AwsObjects {
    private static final int NOT_FOUND = 404;
    private static final int CHANGED = 412;
    private static final int PARTIAL = 206;
    private static final int BEYOND = 416;

    private final S3Client client;
    private final Asking asking;

    AwsObjects(S3Client client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    /// An object as a listing tells it.
    ///
    /// @param etag without quotes; another one after every change
    /// @param size in bytes
    public record Stored(S3Address address, String etag, long size) {}

    /// What lies directly in a folder.
    ///
    /// @param folders addresses without a slash at the end
    public record Level(List<Stored> objects, List<S3Address> folders) {}

    /// What is known of an object before it is read.
    ///
    /// @param checksum over the whole object; empty when S3 states none
    public record Facts(String etag, long size, Optional<ObjectChecksum> checksum) {}

    /// All objects whose keys begin with that of a place.
    public List<Stored> list(S3Address prefix) throws AwsFailureException {
        return asked(
                AwsAction.BUCKET,
                prefix,
                () -> client
                        .listObjectsV2Paginator(
                                ask -> ask.bucket(prefix.bucket()).prefix(prefix.key()))
                        .stream()
                        .flatMap(page -> objects(prefix, page).stream())
                        .toList());
    }

    /// What lies directly in a folder.
    public Level level(S3Address folder) throws AwsFailureException {
        String prefix = folder.key().isEmpty() ? "" : folder.key() + "/";
        return asked(AwsAction.BUCKET, folder, () -> {
            List<Stored> objects = new ArrayList<>();
            List<S3Address> folders = new ArrayList<>();
            client.listObjectsV2Paginator(
                            ask -> ask.bucket(folder.bucket()).prefix(prefix).delimiter("/"))
                    .forEach(page -> {
                        objects.addAll(objects(folder, page));
                        page.commonPrefixes()
                                .forEach(one ->
                                        folders.add(folder.at(one.prefix().replaceAll("/$", ""))));
                    });
            return new Level(objects, folders);
        });
    }

    private static List<Stored> objects(S3Address place, ListObjectsV2Response page) {
        return page.contents().stream()
                .map(one -> new Stored(place.at(one.key()), unquoted(one.eTag()), one.size()))
                .toList();
    }

    private static String unquoted(String etag) {
        return etag.replace("\"", "");
    }

    public Facts facts(S3Address object) throws AwsFailureException {
        HeadObjectResponse answer = asked(
                AwsAction.OBJECT,
                object,
                () -> client.headObject(
                        ask -> ask.bucket(object.bucket()).key(object.key()).checksumMode(ChecksumMode.ENABLED)));
        String etag = unquoted(answer.eTag());
        return new Facts(etag, answer.contentLength(), ObjectChecksum.of(answer, etag));
    }

    /// The bytes of an object, which end early when the connection breaks.
    ///
    /// @param from the first byte; 0 when S3 does not give a part
    public record Content(long from, InputStream bytes) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /// Begins to read an object.
    ///
    /// @param etag which version; another one is refused
    /// @param from the first byte that is wanted
    public Content open(S3Address object, String etag, long from) throws AwsFailureException {
        ResponseInputStream<GetObjectResponse> in = asked(
                AwsAction.OBJECT,
                object,
                () -> client.getObject(ask -> ask.bucket(object.bucket())
                        .key(object.key())
                        .ifMatch("\"" + etag + "\"")
                        .range(from == 0 ? null : "bytes=" + from + "-")));
        boolean part = in.response().sdkHttpResponse().statusCode() == PARTIAL;
        return new Content(part ? from : 0, new Aborting(in));
    }

    /// Does not read to the end what nobody wants any more.
    private static final class Aborting extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> body;
        private boolean ended;

        Aborting(ResponseInputStream<GetObjectResponse> body) {
            super(body);
            this.body = body;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                int read = super.read(into, from, length);
                ended |= read < 0;
                return read;
            } catch (SdkException broken) {
                throw new IOException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            if (ended) {
                super.close();
            } else {
                body.abort();
            }
        }
    }

    private <T> T asked(AwsAction action, S3Address where, Supplier<T> call) throws AwsFailureException {
        try {
            return asking.asked(action.iam(), call);
        } catch (AwsFailureException failure) {
            int status = failure.getCause() instanceof AwsServiceException service ? service.statusCode() : 0;
            throw switch (status) {
                case NOT_FOUND ->
                    new AwsFailureException(
                            Reason.NOT_THERE, "There is nothing at " + where + "; check the address.", failure);
                case CHANGED, BEYOND ->
                    new AwsFailureException(
                            Reason.DAMAGED,
                            where + " was written anew while it was read; pull again. What is kept stays as it is.",
                            failure);
                default -> failure;
            };
        }
    }
}
