package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.VarianceBridge;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of a comparison with an invoice, and how bills stand to it: 30 days of EC2 at 10 and a tax of 24.
class ReconcileBillTest {
    private static final String HEAD = "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,"
            + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,BillingAccountId,ProviderName\n";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace = OpenWorkspace.at(folder.resolve("workspace"));
        load("10", "2024-10-03T08:00:00Z");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    private void load(String cost, String time) throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int day = 1; day <= 30; day++) {
            rows.append(row(cost, "2024-09-%02d".formatted(day), "Usage"));
        }
        rows.append(row("24", "2024-09-30", "Tax"));
        Path bill = Files.writeString(folder.resolve("bill.csv"), rows);
        new ImportData(workspace, at(time)).run(List.of(bill), Progress.NONE);
    }

    private static String row(String cost, String day, String category) {
        return cost + "," + cost + ",USD,2024-09-01T00:00:00Z,2024-10-01T00:00:00Z," + day + "T00:00:00Z," + day
                + "T23:59:59Z," + category + ",EC2,999,AWS\n";
    }

    private ReconcileBill.Report compare(String invoice, String provider) throws Exception {
        Path file = Files.writeString(folder.resolve("invoice.csv"), invoice);
        return new ReconcileBill(workspace, at("2024-10-05T08:00:00Z"))
                .run(
                        new ReconcileBill.Request(
                                file,
                                new BigDecimal("0.03"),
                                Optional.of(YearMonth.of(2024, 9)),
                                Optional.empty(),
                                provider,
                                "",
                                Optional.empty()),
                        Progress.NONE);
    }

    private List<InvoiceCheck> kept() throws UseCaseException {
        return new ReconcileBill(workspace, at("2024-10-06T08:00:00Z")).kept();
    }

    private BillStanding standing() throws UseCaseException {
        return BillStanding.of(YearMonth.of(2024, 9), new ListBills(workspace).versions(), kept());
    }

    @Test
    void theBridgeAndTheLinesBeyondTheToleranceAreKept() throws Exception {
        compare("service,amount,currency\nEC2,300,USD\nSupport,29,USD\n", "");
        InvoiceCheck check = kept().getFirst();
        assertThat(check.difference()).isEqualByComparingTo("-5");
        assertThat(check.bridge().orElseThrow().steps())
                .extracting(VarianceBridge.Step::part)
                .containsExactly(BridgePart.TAX, BridgePart.ONLY_ON_INVOICE);
        assertThat(check.beyond()).extracting(line -> line.key().service()).containsExactly("Support", "EC2");
        assertThat(check.lines()).isEqualTo(2);
        assertThat(check.failedLines()).isEqualTo(2);
        assertThat(check.totalWithin()).isTrue();
        assertThat(standing().kind()).isEqualTo(BillStanding.Kind.DIFFERS);
    }

    @Test
    void aBillWithoutAComparisonWasNeverReconciled() throws Exception {
        assertThat(standing().kind()).isEqualTo(BillStanding.Kind.NEVER);
        assertThat(standing().check()).isEmpty();
    }

    @Test
    void aMatchHoldsUntilTheBillIsRestated() throws Exception {
        compare("amount,currency\n324,USD\n", "");
        assertThat(standing().kind()).isEqualTo(BillStanding.Kind.WITHIN);
        assertThat(kept()).noneMatch(InvoiceCheck::outdated);
        load("11", "2024-10-20T08:00:00Z");
        assertThat(standing().kind()).isEqualTo(BillStanding.Kind.OUTDATED);
        assertThat(kept()).allMatch(InvoiceCheck::outdated);
    }

    @Test
    void importingTheSameBillAgainDoesNotOutdateTheComparison() throws Exception {
        compare("amount,currency\n324,USD\n", "");
        load("10", "2024-10-20T08:00:00Z");
        assertThat(standing().kind()).isEqualTo(BillStanding.Kind.WITHIN);
    }

    @Test
    void aComparisonOfOtherBillsSaysNothingAboutThisOne() throws Exception {
        compare("amount,currency\n324,USD\n", "Azure");
        assertThat(kept()).hasSize(1);
        assertThat(standing().kind()).isEqualTo(BillStanding.Kind.NEVER);
        compare("amount,currency\n324,USD\n", "aws");
        assertThat(standing().kind()).isEqualTo(BillStanding.Kind.WITHIN);
    }

    @Test
    void aStoppedComparisonKeepsNothing() {
        Progress stopped = new Progress() {
            @Override
            public void report(String what, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> new ReconcileBill(workspace, at("2024-10-05T08:00:00Z"))
                        .run(
                                new ReconcileBill.Request(
                                        Files.writeString(folder.resolve("invoice.csv"), "amount,currency\n324,USD\n"),
                                        new BigDecimal("0.03"),
                                        Optional.of(YearMonth.of(2024, 9)),
                                        Optional.empty(),
                                        "",
                                        "",
                                        Optional.empty()),
                                stopped))
                .isInstanceOfSatisfying(
                        UseCaseException.class,
                        stop -> assertThat(stop.kind()).isEqualTo(UseCaseException.Kind.CANCELLED));
        assertThat(Assertions.catchThrowable(() -> assertThat(kept()).isEmpty()))
                .isNull();
    }
}
