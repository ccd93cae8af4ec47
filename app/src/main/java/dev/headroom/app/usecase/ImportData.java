package dev.headroom.app.usecase;

import dev.headroom.storage.cache.Batch;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.ingest.FilePreview;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestProgress;
import dev.headroom.storage.ingest.IngestReport;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.ingest.RejectedRow;
import dev.headroom.storage.source.Finding;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.SourceException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Imports files and folders into a workspace. Importing the same content again changes nothing.
public final class ImportData {
    private final OpenWorkspace workspace;
    private final Clock clock;

    public ImportData(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// Detects format and columns of a file without writing anything.
    public FilePreviewResult preview(Path file) {
        return preview(file, ImportAnswers.none());
    }

    /// The same with what the user says about the file.
    public FilePreviewResult preview(Path file, ImportAnswers answers) {
        try {
            FilePreview preview = workspace.storage().ingest().preview(file, options(answers.request(List.of(file))));
            return new FilePreviewResult(
                    file,
                    preview.format().code(),
                    preview.encoding(),
                    preview.delimiter(),
                    preview.recognised(),
                    preview.ignored(),
                    preview.rows(),
                    Optional.empty(),
                    Optional.empty(),
                    preview.assumed().stream().map(ImportData::question).toList());
        } catch (SourceException e) {
            return new FilePreviewResult(
                    file,
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.of(new Problem(e.code(), e.sentence())),
                    e.question().map(ImportData::question),
                    List.of());
        }
    }

    private static ImportQuestion question(OpenQuestion open) {
        ImportQuestion.Kind kind = switch (open.kind()) {
            case UNIT -> ImportQuestion.Kind.UNIT;
            case STATISTIC -> ImportQuestion.Kind.STATISTIC;
            case CURRENCY -> ImportQuestion.Kind.CURRENCY;
            case METRIC -> ImportQuestion.Kind.METRIC;
            case RESOURCE -> ImportQuestion.Kind.RESOURCE;
        };
        return new ImportQuestion(kind, open.about(), open.answers());
    }

    /// Imports all files; a folder stands for the files in it. Each file is taken whole or not at all, but for the rows
    /// that are rejected one by one.
    public ImportReport run(List<Path> paths, Progress progress) throws UseCaseException {
        return run(ImportRequest.of(paths), Bills.AUTO, progress);
    }

    /// What to do when a file tells a bill anew that is kept already.
    public enum Bills {
        /// A restated bill replaces the version before, another part of a bill is added to it.
        AUTO(Redelivery.AUTOMATIC),
        /// The file is the whole bill.
        REPLACE(Redelivery.REPLACE),
        /// The file is another part of the bill.
        ADD(Redelivery.ADD);

        private final Redelivery redelivery;

        Bills(Redelivery redelivery) {
            this.redelivery = redelivery;
        }
    }

    /// The same with what the user says about the files.
    ///
    /// @param bills what to do with bills that are kept already
    public ImportReport run(ImportRequest request, Bills bills, Progress progress) throws UseCaseException {
        Instant now = clock.instant();
        try {
            IngestReport report = workspace
                    .storage()
                    .ingest()
                    .with(bills.redelivery)
                    .importPaths(request.paths(), options(request), listener(progress), now);
            if (report.files().isEmpty()) {
                throw new UseCaseException(
                        UseCaseException.Kind.INPUT,
                        "HR-2001",
                        "There is no file to import in " + request.paths() + ".");
            }
            return new ImportReport(
                    report.batch(),
                    now,
                    report.files().stream().map(ImportData::result).toList());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// All imports so far, newest first.
    public List<ImportReport> history() throws UseCaseException {
        try {
            return workspace.storage().batches().batches().stream()
                    .sorted(Comparator.comparing(Batch::loaded).reversed())
                    .map(batch -> new ImportReport(
                            batch.id(),
                            batch.loaded(),
                            batch.files().stream()
                                    .map(file -> result(file, rejects(batch, file)))
                                    .toList()))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static ImportOptions options(ImportRequest request) {
        return new ImportOptions(
                request.currency(),
                request.units(),
                request.statistic(),
                request.metric(),
                request.resource(),
                request.queries(),
                switch (request.kubernetes()) {
                    case ON_A_BILL -> ImportOptions.Allocations.ON_A_BILL;
                    case ON_NO_BILL -> ImportOptions.Allocations.OWN_COST;
                });
    }

    private static IngestProgress listener(Progress progress) {
        return new IngestProgress() {
            @Override
            public void advanced(Path file, long rows, double fraction) {
                progress.report("Importing " + file.getFileName(), Math.round(100 * fraction), 100);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    private List<RejectedRow> rejects(Batch batch, FileReport file) {
        return file.rejected() == 0
                ? List.of()
                : workspace.storage().batches().rejects(batch.id(), file.path().toString());
    }

    private static FileResult result(FileReport file) {
        return result(file, file.rejects());
    }

    private static FileResult result(FileReport file, List<RejectedRow> rejects) {
        return new FileResult(
                file.path(),
                file.format().code(),
                file.rows(),
                file.accepted(),
                file.rejected(),
                file.duplicates(),
                file.billed(),
                file.first(),
                file.last(),
                rejects.stream().map(ImportData::reject).toList(),
                file.error().map(error -> new Problem(error.code(), error.message())),
                file.notes(),
                file.findings().stream().map(ImportData::finding).toList());
    }

    private static RuleFinding finding(Finding found) {
        return new RuleFinding(
                found.rule(), found.column(), found.rows(), found.line(), found.value(), found.sentence());
    }

    private static Reject reject(RejectedRow row) {
        return new Reject(row.line(), row.field(), row.value(), row.reason());
    }
}
