package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.KeptReconciliation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationLogTest {
    private static KeptReconciliation result(String currency, String billed, boolean passed) {
        return new KeptReconciliation(
                YearMonth.of(2026, 10),
                new CurrencyCode(currency),
                "aws",
                "",
                "invoice.csv",
                new BigDecimal("300.10"),
                Optional.of(billed).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                new BigDecimal("0.03"),
                passed,
                7,
                passed ? 0 : 2,
                Instant.parse("2026-11-03T08:00:00Z"));
    }

    @Test
    void theLastResultOfAMonthIsKeptAndEachIsInTheAuditLog(@TempDir Path folder) throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.reconciliations().keep(List.of(result("USD", "324.1000001", false), result("EUR", "", false)));
            workspace.reconciliations().keep(List.of(result("USD", "300.10", true)));
        }
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.reconciliations().latest())
                    .containsExactly(result("EUR", "", false), result("USD", "300.10", true));
            assertThat(workspace.audit().since(Instant.EPOCH))
                    .filteredOn(entry -> entry.action().equals("reconciled"))
                    .extracting(AuditEntry::detail)
                    .hasSize(3)
                    .first()
                    .isEqualTo(
                            "failed: billed 324.1000001, invoiced 300.10 in invoice.csv, tolerance 0.03, 2 of 7 lines"
                                    + " beyond it");
            assertThat(workspace.verify().problems()).isEmpty();
        }
    }
}
