package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of one imported file.
///
/// @param format such as `focus-1.0`, `cur-legacy`, `utilization`, `inventory`; empty when it was not recognised
/// @param rows data rows in the file
/// @param duplicates rows that the workspace already held
/// @param billed exact billed total per currency of all valid rows of the file; empty for files without cost
/// @param rejects the first rejected rows, at most a thousand
/// @param notes what to know about how the file was read, one sentence each
/// @param findings the rules of the format that kept rows break
public record FileResult(
        Path path,
        String format,
        long rows,
        long accepted,
        long rejected,
        long duplicates,
        SortedMap<CurrencyCode, BigDecimal> billed,
        Optional<Instant> first,
        Optional<Instant> last,
        List<Reject> rejects,
        Optional<Problem> problem,
        List<String> notes,
        List<RuleFinding> findings) {
    public FileResult {
        billed = Collections.unmodifiableSortedMap(new TreeMap<>(billed));
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }
}
