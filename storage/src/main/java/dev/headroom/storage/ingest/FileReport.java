package dev.headroom.storage.ingest;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.Finding;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of one file. Every row is counted once: `rows = accepted + rejected + duplicates`.
///
/// @param format [SourceFormat#UNKNOWN] when the file was refused before that was known
/// @param rows data rows in the file, without the header
/// @param accepted rows that changed what is kept
/// @param rejected rows of which at least one value was refused; the other values of such a row are kept
/// @param duplicates rows that add nothing: everything they say was kept already
/// @param billed the exact billed total of all valid rows, duplicates included, by currency; empty without
///     cost
/// @param first the earliest timestamp (for bills: the earliest start of a charge period) of the valid rows
/// @param last the latest timestamp (for bills: the latest start of a charge period) of the valid rows
/// @param rejects the first refused rows and values, at most [#MOST_REJECTS]
/// @param error set when the file as a whole was refused; all counts are then 0
/// @param notes what the user should know about how the file was read, one sentence each
/// @param findings the rules of the format that kept rows break
public record FileReport(
        Path path,
        SourceFormat format,
        long rows,
        long accepted,
        long rejected,
        long duplicates,
        SortedMap<CurrencyCode, BigDecimal> billed,
        Optional<Instant> first,
        Optional<Instant> last,
        List<RejectedRow> rejects,
        Optional<FileError> error,
        List<String> notes,
        List<Finding> findings) {
    /// More refused rows than this are counted but not listed.
    public static final int MOST_REJECTS = 1_000;

    public FileReport {
        billed = Collections.unmodifiableSortedMap(new TreeMap<>(billed));
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }

    /// A report of a file without findings.
    public FileReport(
            Path path,
            SourceFormat format,
            long rows,
            long accepted,
            long rejected,
            long duplicates,
            SortedMap<CurrencyCode, BigDecimal> billed,
            Optional<Instant> first,
            Optional<Instant> last,
            List<RejectedRow> rejects,
            Optional<FileError> error,
            List<String> notes) {
        this(path, format, rows, accepted, rejected, duplicates, billed, first, last, rejects, error, notes, List.of());
    }

    FileReport with(List<String> moreNotes, List<Finding> found) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(moreNotes);
        return new FileReport(
                path, format, rows, accepted, rejected, duplicates, billed, first, last, rejects, error, all, found);
    }

    /// The report as the batch ledger keeps it: the findings as sentences among the notes.
    FileReport asKept() {
        return with(findings.stream().map(Finding::sentence).toList(), List.of());
    }

    static FileReport refused(Path path, SourceFormat format, FileError error) {
        return new FileReport(
                path,
                format,
                0,
                0,
                0,
                0,
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(error),
                List.of());
    }
}
