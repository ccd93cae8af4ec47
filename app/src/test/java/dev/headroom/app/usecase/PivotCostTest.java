package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PivotCostTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String HEAD = "ProviderName,BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,"
            + "ChargePeriodEnd,ChargeCategory,ServiceName,SubAccountId,RegionId,ResourceId,Tags\n";

    @TempDir
    Path folder;

    private static String row(
            String cost, String currency, String day, String service, String account, String resource, String tags) {
        return "AWS,9," + cost + "," + currency + "," + day + "T00:00:00Z," + day + "T01:00:00Z,Usage," + service + ","
                + account + ",eu-central-1," + resource + ",\"" + tags.replace("\"", "\"\"") + "\"\n";
    }

    private List<CostPivot> pivot(Scope scope, String rows, String columns, String... lines) throws Exception {
        Path file = Files.writeString(folder.resolve("bill.csv"), HEAD + String.join("", lines));
        try (OpenWorkspace open = OpenWorkspace.at(folder.resolve("workspace"))) {
            ImportReport report = new ImportData(open, CLOCK).run(List.of(file), Progress.NONE);
            assertThat(report.files().getFirst().rejected()).isZero();
            return new PivotCost(open)
                    .run(new PivotCost.Query(
                            scope,
                            CostBasis.EFFECTIVE,
                            CostDimension.parse(rows).orElseThrow(),
                            CostDimension.parse(columns).orElseThrow()));
        }
    }

    @Test
    void sumsAreExactAndMonthsStandInTheirOrder() throws Exception {
        CostPivot pivot = pivot(
                        Scope.ALL,
                        "service",
                        "month",
                        row("0.1", "USD", "2026-02-03", "EC2", "a", "i-1", "{}"),
                        row("0.2", "USD", "2026-02-04", "EC2", "a", "i-1", "{}"),
                        row("0.0000000001", "USD", "2026-01-31", "EC2", "b", "i-2", "{}"),
                        row("100", "USD", "2026-01-05", "RDS", "b", "db-1", "{}"))
                .getFirst();

        assertThat(pivot.rows()).containsExactly("RDS", "EC2");
        assertThat(pivot.columns()).containsExactly("2026-01", "2026-02");
        assertThat(pivot.cell("EC2", "2026-02").orElseThrow().sum()).isEqualByComparingTo("0.3");
        assertThat(pivot.cell("RDS", "2026-02")).isEmpty();
        assertThat(pivot.rowTotal("EC2").sum()).isEqualByComparingTo("0.3000000001");
        assertThat(pivot.columnTotal("2026-01").sum()).isEqualByComparingTo("100.0000000001");
        assertThat(pivot.total().sum()).isEqualByComparingTo("100.3000000001");
        assertThat(pivot.total().charges()).isEqualTo(4);
    }

    @Test
    void currenciesStayApart() throws Exception {
        List<CostPivot> pivots = pivot(
                Scope.ALL,
                "account",
                "region",
                row("5", "EUR", "2026-02-03", "EC2", "a", "i-1", "{}"),
                row("7", "USD", "2026-02-03", "EC2", "a", "i-1", "{}"),
                row("8", "USD", "2026-02-04", "EC2", "b", "i-2", "{}"));

        assertThat(pivots).extracting(one -> one.currency().value()).containsExactly("USD", "EUR");
        assertThat(pivots.getLast().total().sum()).isEqualByComparingTo("5");
    }

    @Test
    void anUnknownAmountIsCountedAndIsNotZero() throws Exception {
        CostPivot pivot = pivot(
                        Scope.ALL,
                        "resource",
                        "category",
                        row("", "USD", "2026-02-03", "EC2", "a", "i-1", "{}"),
                        row("2", "USD", "2026-02-03", "EC2", "a", "i-2", "{}"),
                        row("", "USD", "2026-02-04", "EC2", "a", "i-2", "{}"))
                .getFirst();

        assertThat(pivot.cell("i-1", "Usage").orElseThrow().amount()).isEmpty();
        assertThat(pivot.cell("i-2", "Usage").orElseThrow().amount()).contains(new BigDecimal("2"));
        assertThat(pivot.cell("i-2", "Usage").orElseThrow().unknown()).isEqualTo(1);
        assertThat(pivot.total().unknown()).isEqualTo(2);
        assertThat(new PivotTable(List.of(pivot)).csv())
                .contains("resource,i-1,category,Usage,USD,,1,1")
                .contains("resource,i-2,category,Usage,USD,2,2,1");
    }

    @Test
    void tagsAndScopesAreTakenAndWhatHasNoTagHasAnEmptyName() throws Exception {
        CostPivot pivot = pivot(
                        Scope.ALL.withAccount("a"),
                        "tag:team",
                        "provider",
                        row("1", "USD", "2026-02-03", "EC2", "a", "i-1", "{\"team\":\"blue\"}"),
                        row("2", "USD", "2026-02-03", "EC2", "a", "i-2", "{}"),
                        row("4", "USD", "2026-02-03", "EC2", "b", "i-3", "{\"team\":\"blue\"}"))
                .getFirst();

        assertThat(pivot.rows()).containsExactly("", "blue");
        assertThat(pivot.rowTotal("blue").sum()).isEqualByComparingTo("1");
    }

    @Test
    void aScopeWithoutChargesHasNoPivot() throws Exception {
        assertThat(pivot(
                        Scope.ALL.withAccount("nobody"),
                        "service",
                        "month",
                        row("1", "USD", "2026-02-03", "EC2", "a", "i-1", "{}")))
                .isEmpty();
    }

    @Test
    void dimensionsAreReadFromWords() {
        assertThat(CostDimension.parse("Service")).contains(CostDimension.of(CostDimension.Kind.SERVICE));
        assertThat(CostDimension.parse("tag:Cost-Centre")).contains(CostDimension.ofTag("Cost-Centre"));
        assertThat(CostDimension.parse("tag")).isEmpty();
        assertThat(CostDimension.parse("tag:")).isEmpty();
        assertThat(CostDimension.parse("weather")).isEmpty();
        assertThat(CostDimension.ofTag("team").word()).isEqualTo("tag:team");
    }
}
