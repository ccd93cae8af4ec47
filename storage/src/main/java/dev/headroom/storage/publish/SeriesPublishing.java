package dev.headroom.storage.publish;

import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsUpload;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the series of a workspace to S3: the files whose content is another one than when they were written
/// last. Each file is complete or not there, and noted when it is.
public final class SeriesPublishing {
    private static final String TYPE = "application/vnd.apache.parquet";
    /// What a row takes in a file, and what a file takes without any; rounded up from what real ones take.
    private static final long ROW_BYTES = 10;

    private static final long FILE_BYTES = 2_000;

    private final Workspace workspace;
    private final S3Address to;
    private final List<SeriesSurvey.Found> open;
    private final List<Written> written = new ArrayList<>();

    private SeriesPublishing(Workspace workspace, S3Address to, List<SeriesSurvey.Found> open) {
        this.workspace = workspace;
        this.to = to;
        this.open = open;
    }

    /// A file that is written.
    ///
    /// @param bytes of a file that is still to be written about how many
    public record Written(S3Address address, long rows, long bytes) {}

    /// Finds out what is to be written. AWS is not asked.
    ///
    /// @param since the day whose month is the first; empty for all
    public static SeriesPublishing plan(
            Workspace workspace, S3Address to, Optional<LocalDate> since, PublishListener listener)
            throws InterruptedException {
        Map<String, String> hashes = new PublishLedger(workspace.pulls()).hashes();
        List<SeriesSurvey.Found> open = SeriesSurvey.of(workspace, since, listener).stream()
                .filter(found ->
                        !found.hash().equals(hashes.get(address(to, found).toString())))
                .toList();
        return new SeriesPublishing(workspace, to, open);
    }

    private static S3Address address(S3Address to, SeriesSurvey.Found found) {
        return to.below(found.object().key());
    }

    /// What is to be written, oldest month first.
    public List<Written> planned() {
        return open.stream()
                .map(found -> new Written(address(to, found), found.rows(), FILE_BYTES + ROW_BYTES * found.rows()))
                .toList();
    }

    /// What was written so far, also when not all of it could be.
    public List<Written> written() {
        return List.copyOf(written);
    }

    /// Writes.
    ///
    /// @throws InterruptedException when the listener asks to stop; the same again then writes the rest
    public void run(AwsUpload upload, Instant now, PublishListener listener)
            throws AwsFailureException, InterruptedException {
        if (open.isEmpty()) {
            return;
        }
        try (Spill spill = Spill.open()) {
            SeriesFile files = new SeriesFile(workspace.series(), spill.folder());
            PublishLedger ledger = new PublishLedger(workspace.pulls());
            for (SeriesSurvey.Found found : open) {
                if (listener.cancelled()) {
                    throw new InterruptedException("asked to stop");
                }
                S3Address address = address(to, found);
                listener.advanced("Writing " + address, written.size(), open.size());
                Path file = spill.folder().resolve("series.parquet");
                files.write(found, file);
                upload.put(address, file, TYPE);
                ledger.written(address.toString(), found.hash(), now);
                written.add(new Written(address, found.rows(), Files.size(file)));
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new AwsFailureException(
                    AwsFailureException.Reason.NO_FILE,
                    "A file of series cannot be written to the folder for temporary files; check its rights and the"
                            + " free space.",
                    failure);
        }
    }

    /// A private folder that goes with all that is in it.
    private record Spill(Path folder) implements AutoCloseable {
        static Spill open() throws IOException {
            return new Spill(Files.createTempDirectory("headroom-publish"));
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }
}
