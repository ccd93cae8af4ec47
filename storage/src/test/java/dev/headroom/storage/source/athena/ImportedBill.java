package dev.headroom.storage.source.athena;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestProgress;
import dev.headroom.storage.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the import makes of a file with a bill.
record ImportedBill(FileReport report, List<ChargeRecord> charges, Map<CostBasis, BigDecimal> totals) {
    private static final Instant NOW = Instant.parse("2026-04-20T00:00:00Z");

    /// Imports a file into a workspace of its own.
    static ImportedBill of(Path folder, Path file) throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("workspace-" + file.getFileName()))) {
            FileReport report = workspace
                    .ingest()
                    .importPaths(List.of(file), IngestProgress.none(), NOW)
                    .files()
                    .getFirst();
            List<ChargeRecord> charges = new ArrayList<>();
            workspace.charges().forEach(charges::add);
            Map<CostBasis, BigDecimal> totals = new TreeMap<>();
            for (CostBasis basis : CostBasis.values()) {
                totals.put(basis, workspace.charges().totals(basis).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO));
            }
            return new ImportedBill(report, charges, totals);
        }
    }

    /// What charges say by line and day, with the amounts and the quantity added up.
    Map<String, List<BigDecimal>> byLineAndDay() {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (ChargeRecord charge : charges) {
            List<Optional<BigDecimal>> amounts = List.of(
                    Optional.of(charge.amounts().billed()),
                    charge.amounts().effective(),
                    charge.amounts().list(),
                    charge.quantity());
            String known = amounts.stream().map(Optional::isPresent).toList().toString();
            String key = charge.line() + " " + charge.start().truncatedTo(ChronoUnit.DAYS) + " " + charge.billingMonth()
                    + known;
            List<BigDecimal> values = amounts.stream()
                    .map(amount -> amount.orElse(BigDecimal.ZERO))
                    .toList();
            sums.merge(
                    key,
                    values,
                    (one, other) -> Stream.iterate(0, i -> i < one.size(), i -> i + 1)
                            .map(i -> one.get(i).add(other.get(i)))
                            .toList());
        }
        sums.replaceAll((_, values) -> values.stream()
                .map(value -> value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros())
                .toList());
        return sums;
    }
}
