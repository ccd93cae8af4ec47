package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.cache.BillFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BillFactsTest {
    private static final String HEADER = "BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,"
            + "ChargeCategory,ServiceName,BillingAccountId,ResourceId,Tags";

    private static String row(int day, String effective, String category, String tags) {
        return String.join(
                ",",
                "2.50",
                effective,
                "USD",
                String.format("2024-09-%02dT00:00:00Z", day),
                String.format("2024-09-%02dT01:00:00Z", day),
                category,
                "EC2",
                "payer",
                "i-" + day,
                "\"" + tags.replace("\"", "\"\"") + "\"");
    }

    @Test
    void missingDaysOpenAmountsAndTagsOfABillAreCounted(@TempDir Path folder) throws Exception {
        try (Desk desk = new Desk(folder)) {
            List<String> rows = new ArrayList<>(List.of(HEADER));
            for (int day = 1; day <= 20; day++) {
                if (day != 7 && day != 8) {
                    rows.add(row(day, day <= 3 ? "" : "2.50", "Usage", day % 2 == 0 ? "{\"owner\":\"web\"}" : "{}"));
                }
            }
            rows.add(row(20, "2.50", "Tax", "{}"));
            assertThat(desk.load(rows.toArray(String[]::new)).rejected()).isZero();
            BillFacts facts = desk.workspace().bills().facts().getFirst();
            assertThat(facts.days()).isEqualTo(18);
            assertThat(facts.missingDays()).isEqualTo(2);
            assertThat(facts.unknown()).containsEntry(CostBasis.EFFECTIVE, 3L);
            // Nine even days of the 18 with usage; the tax does not count.
            assertThat(facts.coverage("owner")).isEqualTo(0.5);
            assertThat(facts.coverage("team")).isZero();
        }
    }

    @Test
    void aBillByMonthHasNoMissingDays(@TempDir Path folder) throws Exception {
        try (Desk desk = new Desk(folder)) {
            desk.load(HEADER, row(15, "1", "Usage", "{}"));
            assertThat(desk.workspace().bills().facts().getFirst().missingDays())
                    .isZero();
        }
    }
}
