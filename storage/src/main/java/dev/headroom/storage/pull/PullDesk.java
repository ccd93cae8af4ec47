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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/// Where the parts of a pull keep what they get, and say what they did not get. Safe for use by several
/// threads, of which one keeps at a time.
final class PullDesk {
    private static final Set<String> EMPTY = Set.of(ErrorCode.FILE_EMPTY.code(), ErrorCode.FILE_HEADER_ONLY.code());

    private final LiveImport live;
    private final PullListener listener;
    private final long expectedCalls;
    private final ReentrantLock keeping = new ReentrantLock();
    private final Object notes = new Object();
    private final Map<Path, PullReport.Kept> kept = new LinkedHashMap<>();
    private final List<PullReport.Missing> missing = new ArrayList<>();
    private long calls;
    private volatile boolean ended;

    PullDesk(LiveImport live, PullListener listener, long expectedCalls) {
        this.live = live;
        this.listener = listener;
        this.expectedCalls = expectedCalls;
    }

    /// One of several things that a part does.
    interface Step<S> {
        void take(S step) throws AwsFailureException, SourceException, InterruptedException;
    }

    /// Does several things one after the other. One that fails is told, and the others are done.
    ///
    /// @throws AwsFailureException when the login does not work any more
    <S> void each(PullPart part, List<S> steps, Step<? super S> step)
            throws AwsFailureException, SourceException, InterruptedException {
        for (S one : steps) {
            try {
                step.take(one);
            } catch (AwsFailureException failure) {
                if (failure.reason().endsAll()) {
                    throw failure;
                }
                missing(part.topic(), part.place(), failure);
            }
        }
    }

    /// Waits for the answer of a call, which must not touch the workspace.
    ///
    /// @throws InterruptedException when the user asked to stop
    <T> T asked(Callable<T> call) throws AwsFailureException, InterruptedException {
        return Prefetch.one(call, this::isToStop);
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
        keeping.lock();
        try {
            told(PullReport.Kept.of(live.keep(name, format, covers, redelivery, progress(), rows)));
        } finally {
            keeping.unlock();
        }
    }

    /// Imports files that came whole.
    ///
    /// @return true when all of them are kept; else what was refused is noted as missing
    boolean imported(PullTopic topic, Place place, Delivery delivery, Redelivery redelivery)
            throws InterruptedException {
        List<FileReport> reports;
        keeping.lock();
        try {
            reports = live.importFiles(delivery, redelivery, progress());
        } finally {
            keeping.unlock();
        }
        boolean whole = true;
        for (FileReport report : reports) {
            Optional<FileError> error = report.error().filter(why -> !EMPTY.contains(why.code()));
            if (error.isEmpty()) {
                told(PullReport.Kept.of(report));
            } else if (whole) {
                whole = false;
                note(new PullReport.Missing(
                        topic,
                        place,
                        AwsFailureException.Reason.NOT_IMPORTED,
                        error.get().message()));
            }
        }
        checkCancelled();
        return whole;
    }

    /// Notes what was kept.
    void told(PullReport.Kept what) {
        synchronized (notes) {
            kept.merge(what.name(), what, PullReport.Kept::plus);
        }
    }

    private IngestProgress progress() {
        return new IngestProgress() {
            @Override
            public void advanced(Path file, long rows, double fraction) {
                // Calls tell how far a pull is.
            }

            @Override
            public boolean cancelled() {
                return isToStop();
            }
        };
    }

    /// Notes that calls were answered.
    void answered(Path name, long more) throws InterruptedException {
        synchronized (notes) {
            calls += more;
            listener.advanced(name.toString(), calls, Math.max(calls, expectedCalls));
        }
        checkCancelled();
    }

    /// Says how far a call is that takes long.
    void underWay(Path name) throws InterruptedException {
        answered(name, 0);
    }

    void checkCancelled() throws InterruptedException {
        if (isToStop()) {
            throw new InterruptedException("asked to stop");
        }
    }

    /// True when the user asked to stop, or the pull has ended for another reason.
    boolean isToStop() {
        return ended || listener.cancelled();
    }

    /// Makes every part stop.
    void end() {
        ended = true;
    }

    /// Notes what could not be pulled, and goes on.
    void missing(PullTopic topic, Place place, AwsFailureException why) {
        String sentence = String.valueOf(why.getMessage());
        note(new PullReport.Missing(topic, place, why.reason(), sentence));
        keeping.lock();
        try {
            live.refused(
                    place.path(topic.name().toLowerCase(Locale.ROOT)),
                    SourceFormat.UNKNOWN,
                    new FileError(why.reason().code(), sentence));
        } finally {
            keeping.unlock();
        }
    }

    private void note(PullReport.Missing what) {
        synchronized (notes) {
            missing.add(what);
        }
    }

    String batch() {
        return live.batch();
    }

    /// By place, and there in the order in which it came.
    List<PullReport.Kept> kept() {
        synchronized (notes) {
            return kept.values().stream()
                    .sorted(Comparator.comparing(
                            one -> String.valueOf(one.name().getParent())))
                    .toList();
        }
    }

    /// By place.
    List<PullReport.Missing> missing() {
        synchronized (notes) {
            return missing.stream()
                    .sorted(Comparator.comparing(PullReport.Missing::place).thenComparing(PullReport.Missing::topic))
                    .toList();
        }
    }
}
