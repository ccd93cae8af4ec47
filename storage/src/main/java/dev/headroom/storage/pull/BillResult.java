package dev.headroom.storage.pull;

import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.AwsQueries;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The result of a query as a file: the one that Athena has written, or, where that may not be read, the
/// pages that Athena gives.
final class BillResult {
    private final AwsQueries queries;
    private final Download download;

    BillResult(AwsQueries queries, Download download) {
        this.queries = queries;
        this.download = download;
    }

    /// @param file where it should be; what is there is replaced
    void write(AwsQueries.Done done, Path file, Download.Watch watch)
            throws AwsFailureException, SourceException, InterruptedException {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "parent"));
            if (done.output().isPresent()) {
                try {
                    Path came = download.fetch(done.output().get(), watch);
                    Files.deleteIfExists(Download.version(came));
                    Files.move(came, file, StandardCopyOption.REPLACE_EXISTING);
                    return;
                } catch (AwsFailureException failure) {
                    if (failure.reason() != Reason.DENIED && failure.reason() != Reason.NOT_THERE) {
                        throw failure;
                    }
                }
            }
            pages(done, file, watch);
        } catch (IOException failure) {
            throw Download.unwritable(file, failure);
        }
    }

    private void pages(AwsQueries.Done done, Path file, Download.Watch watch)
            throws IOException, AwsFailureException, InterruptedException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            queries.<IOException>rows(done, row -> out.write(line(row)));
        }
        watch.received(Files.size(file));
    }

    private static String line(List<String> row) {
        return row.stream()
                .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }
}
