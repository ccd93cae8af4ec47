package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.cost.ImportQuality;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.BillFacts;
import dev.headroom.storage.cache.CacheException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges every imported file of a workspace.
public final class CheckImports {
    private final OpenWorkspace workspace;

    public CheckImports(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// One imported file and its quality.
    public record Judged(
            String batch, Instant loaded, FileResult file, ImportQuality.Facts facts, ImportQuality quality) {
        /// The file without its folder.
        public String name() {
            return String.valueOf(file.path().getFileName());
        }
    }

    /// The files, the latest first.
    ///
    /// @param tags the tags that all cost should carry
    public List<Judged> run(List<ImportReport> imports, List<String> tags) throws UseCaseException {
        try {
            Map<Key, List<BillFacts>> bills = workspace.storage().bills().facts().stream()
                    .collect(Collectors.groupingBy(bill ->
                            new Key(bill.version().path(), bill.version().loaded())));
            return imports.stream()
                    .flatMap(report -> report.files().stream().map(file -> {
                        List<BillFacts> of =
                                bills.getOrDefault(new Key(file.path().toString(), report.loaded()), List.of());
                        ImportQuality.Facts facts = facts(file, of, tags);
                        return new Judged(report.batch(), report.loaded(), file, facts, ImportQuality.of(facts));
                    }))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private record Key(String path, Instant loaded) {}

    private static ImportQuality.Facts facts(FileResult file, List<BillFacts> bills, List<String> tags) {
        int missing = bills.stream().mapToInt(BillFacts::missingDays).sum();
        List<BillFacts> used =
                bills.stream().filter(bill -> !bill.usage().isEmpty()).toList();
        return new ImportQuality.Facts(
                file.problem().isPresent(),
                file.rows(),
                file.rejected(),
                file.duplicates(),
                file.findings().stream().mapToLong(RuleFinding::rows).sum(),
                missing + bills.stream().mapToInt(BillFacts::days).sum(),
                missing,
                bills.stream().mapToLong(bill -> bill.version().charges()).sum(),
                bills.stream()
                        .mapToLong(bill -> bill.unknown().getOrDefault(CostBasis.EFFECTIVE, 0L))
                        .sum(),
                file.billed().keySet().stream().map(CurrencyCode::value).toList(),
                used.isEmpty()
                        ? List.of()
                        : tags.stream()
                                .map(tag -> new ImportQuality.TagShare(
                                        tag,
                                        used.stream()
                                                .mapToDouble(bill -> bill.coverage(tag))
                                                .min()
                                                .orElse(0)))
                                .toList());
    }

    /// All reasons of a file in one text.
    static String words(ImportQuality quality) {
        return quality.reasons().stream().map(ImportQuality.Reason::words).collect(Collectors.joining(" "));
    }

    static String advice(ImportQuality quality) {
        return quality.reasons().stream()
                .filter(reason -> reason.weight() > 0)
                .flatMap(reason -> Stream.of(reason.advice()))
                .collect(Collectors.joining(" "));
    }
}
