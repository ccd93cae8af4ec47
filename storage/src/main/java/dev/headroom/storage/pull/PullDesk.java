package dev.headroom.storage.pull;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.ingest.FileError;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestProgress;
import dev.headroom.storage.ingest.LiveImport;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.delivery.Delivery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the parts of a pull keep what they get, and say what they did not get.
final class PullDesk {
    private static final Set<String> EMPTY = Set.of(ErrorCode.FILE_EMPTY.code(), ErrorCode.FILE_HEADER_ONLY.code());

    private final LiveImport live;
    private final PullListener listener;
    private final long expectedCalls;
    private final Map<Path, PullReport.Kept> kept = new LinkedHashMap<>();
    private final List<PullReport.Missing> missing = new ArrayList<>();
    private long calls;

    PullDesk(LiveImport live, PullListener listener, long expectedCalls) {
        this.live = live;
        this.listener = listener;
        this.expectedCalls = expectedCalls;
    }

    /// Keeps a block, or nothing of it.
    <X extends Exception> void keep(Path name, SourceFormat format, List<Cover> covers, LiveImport.Rows<X> rows)
            throws X, SourceException, InterruptedException {
        keep(name, format, covers, Redelivery.ADD, rows);
    }

    /// @param redelivery what to do with bills that are kept already
    <X extends Exception> void keep(
            Path name, SourceFormat format, List<Cover> covers, Redelivery redelivery, LiveImport.Rows<X> rows)
            throws X, SourceException, InterruptedException {
        FileReport report = live.keep(name, format, covers, redelivery, progress(), rows);
        kept.merge(name, PullReport.Kept.of(report), PullReport.Kept::plus);
    }

    /// Imports files that came whole.
    ///
    /// @return true when all of them are kept; else what was refused is noted as missing
    boolean imported(PullTopic topic, Place place, Delivery delivery, Redelivery redelivery)
            throws InterruptedException {
        boolean whole = true;
        for (FileReport report : live.importFiles(delivery, redelivery, progress())) {
            Optional<FileError> error = report.error().filter(why -> !EMPTY.contains(why.code()));
            if (error.isEmpty()) {
                kept.merge(report.path(), PullReport.Kept.of(report), PullReport.Kept::plus);
            } else if (whole) {
                whole = false;
                missing.add(new PullReport.Missing(
                        topic,
                        place,
                        AwsFailureException.Reason.NOT_IMPORTED,
                        error.get().message()));
            }
        }
        checkCancelled();
        return whole;
    }

    /// Notes what was kept outside the list of imports.
    void told(PullReport.Kept what) {
        kept.merge(what.name(), what, PullReport.Kept::plus);
    }

    private IngestProgress progress() {
        return new IngestProgress() {
            @Override
            public void advanced(Path file, long rows, double fraction) {
                // Calls tell how far a pull is.
            }

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }
        };
    }

    /// Notes that calls were answered.
    void answered(Path name, long more) throws InterruptedException {
        calls += more;
        listener.advanced(name.toString(), calls, Math.max(calls, expectedCalls));
        checkCancelled();
    }

    /// Says how far a call is that takes long.
    void underWay(Path name) throws InterruptedException {
        answered(name, 0);
    }

    void checkCancelled() throws InterruptedException {
        if (listener.cancelled()) {
            throw new InterruptedException("asked to stop");
        }
    }

    /// Notes what could not be pulled, and goes on.
    void missing(PullTopic topic, Place place, AwsFailureException why) {
        String sentence = String.valueOf(why.getMessage());
        missing.add(new PullReport.Missing(topic, place, why.reason(), sentence));
        live.refused(
                place.path(topic.name().toLowerCase(java.util.Locale.ROOT)),
                SourceFormat.UNKNOWN,
                new FileError(why.reason().code(), sentence));
    }

    String batch() {
        return live.batch();
    }

    List<PullReport.Kept> kept() {
        return List.copyOf(kept.values());
    }

    List<PullReport.Missing> missing() {
        return List.copyOf(missing);
    }
}
