package dev.headroom.storage.ingest;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.delivery.Delivery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Imports the files that one manifest lists in one transaction: all of them or none. So a bill that is told anew in
/// several files is never half old and half new, whatever interrupts the import.
///
/// Only files without rows may be missing from it: exports have empty parts.
final class DeliveryImport {
    private static final Set<String> EMPTY = Set.of(ErrorCode.FILE_EMPTY.code(), ErrorCode.FILE_HEADER_ONLY.code());
    private final IngestStore store;
    private final String batch;
    private final Redelivery redelivery;
    private final FileImport.Limits limits;
    private final ImportOptions options;
    private final IngestProgress progress;

    DeliveryImport(
            IngestStore store,
            String batch,
            Redelivery redelivery,
            FileImport.Limits limits,
            ImportOptions options,
            IngestProgress progress) {
        this.store = store;
        this.batch = batch;
        this.redelivery = redelivery;
        this.limits = limits;
        this.options = options;
        this.progress = progress;
    }

    /// The reports of all files. Those with an error are not yet noted in the store; when one file stands in
    /// the way, all of them have one.
    List<FileReport> run(Delivery delivery) {
        List<FileReport> reports = new ArrayList<>();
        Optional<FileReport> obstacle = Optional.empty();
        try (IngestStore.DeliverySession together = store.openDelivery(batch, redelivery)) {
            FileImport files = new FileImport(together::openFile, limits, options, progress);
            List<String> notes = delivery.notes();
            for (Path file : delivery.files()) {
                FileReport report = progress.cancelled() ? cancelled(file) : files.run(file, notes);
                notes = List.of();
                reports.add(report);
                obstacle = Optional.of(report).filter(DeliveryImport::isObstacle);
                if (obstacle.isPresent()) {
                    break;
                }
            }
            if (obstacle.isEmpty()) {
                say(together.commit(), reports);
            }
        }
        return obstacle.map(refused -> nothing(delivery, refused)).orElse(reports);
    }

    /// Says what became of the bills with the first file that is kept.
    private static void say(List<String> notes, List<FileReport> reports) {
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).error().isEmpty()) {
                reports.set(i, reports.get(i).with(notes, List.of()));
                return;
            }
        }
    }

    private static boolean isObstacle(FileReport report) {
        return report.error().filter(error -> !EMPTY.contains(error.code())).isPresent();
    }

    private static FileReport cancelled(Path file) {
        return FileReport.refused(
                file,
                SourceFormat.UNKNOWN,
                new FileError(
                        ErrorCode.FILE_CANCELLED.code(),
                        "The import of " + file.getFileName() + " was cancelled; nothing of it was kept."));
    }

    private static List<FileReport> nothing(Delivery delivery, FileReport obstacle) {
        FileError why = obstacle.error().orElseThrow();
        boolean cancelled = why.code().equals(ErrorCode.FILE_CANCELLED.code());
        ErrorCode code = cancelled ? ErrorCode.FILE_CANCELLED : ErrorCode.DELIVERY_INCOMPLETE;
        String manifest =
                delivery.manifest().map(Path::getFileName).map(Path::toString).orElse("");
        String reason = cancelled
                ? "its import was cancelled"
                : obstacle.path().getFileName() + " was refused (" + why.code() + ")";
        FileError together = new FileError(
                code.code(),
                "The files of " + manifest + " are imported together or not at all, and " + reason
                        + "; nothing of them was kept.");
        return delivery.files().stream()
                .map(file -> file.equals(obstacle.path())
                        ? obstacle
                        : FileReport.refused(file, SourceFormat.UNKNOWN, together))
                .toList();
    }
}
