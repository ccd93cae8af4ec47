package dev.headroom.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.VarianceBridge.Certainty;
import dev.headroom.engine.cost.VarianceBridge.Step;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillReconciliationTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final BigDecimal THREE_PERCENT = new BigDecimal("0.03");

    private static ChargeLine.Builder line(ChargeCategory category) {
        return ChargeLine.of(category, CurrencyCode.USD).service("EC2").subAccount("012345678901");
    }

    private static ChargeRecord charge(ChargeLine.Builder line, LocalDate day, String amount) {
        return new ChargeRecord(
                line.build(),
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                MONTH,
                new ChargeRecord.Amounts(new BigDecimal(amount), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    private static void usage(BillReconciliation bill, int days, String amount) {
        for (int day = 1; day <= days; day++) {
            bill.charge(charge(line(ChargeCategory.USAGE), MONTH.atDay(day), amount));
        }
    }

    private static BillReconciliation total(String invoiced) {
        return invoiced(EnumSet.noneOf(InvoiceGrain.class), InvoiceKey.TOTAL, invoiced);
    }

    private static BillReconciliation invoiced(Set<InvoiceGrain> grain, InvoiceKey key, String amount) {
        BillReconciliation bill = new BillReconciliation(MONTH, grain);
        bill.invoiced(new InvoiceLine(MONTH, key, CurrencyCode.USD, new BigDecimal(amount)));
        return bill;
    }

    private static ReconciledBill result(BillReconciliation bill) {
        assertThat(bill.results(THREE_PERCENT)).hasSize(1);
        return bill.results(THREE_PERCENT).getFirst();
    }

    private static Step step(BridgePart part, String amount, Certainty certainty) {
        return new Step(part, new BigDecimal(amount), certainty);
    }

    private static void assertSteps(ReconciledBill bill, Step... steps) {
        assertThat(bill.total().bridge().steps())
                .usingElementComparator((one, other) -> one.part() == other.part()
                                && one.certainty() == other.certainty()
                                && one.amount().compareTo(other.amount()) == 0
                        ? 0
                        : 1)
                .containsExactly(steps);
    }

    @Test
    void anInvoiceWithoutTaxDiffersByTheTaxAndItsRounding() {
        BillReconciliation bill = total("295.00");
        usage(bill, 30, "10");
        bill.charge(charge(line(ChargeCategory.USAGE), MONTH.atDay(1), "0.004"));
        bill.charge(charge(line(ChargeCategory.CREDIT), MONTH.atDay(30), "-5"));
        bill.charge(charge(line(ChargeCategory.TAX), MONTH.atDay(30), "24"));
        ReconciledBill result = result(bill);
        assertThat(result.total().billed().orElseThrow()).isEqualByComparingTo("319.004");
        assertThat(result.total().difference()).isEqualByComparingTo("24.004");
        assertThat(result.passed()).isFalse();
        assertSteps(
                result,
                step(BridgePart.TAX, "24", Certainty.EXACT),
                step(BridgePart.ROUNDING, "0.004", Certainty.EXACT));
    }

    @Test
    void severalPartsAreFoundTogether() {
        BillReconciliation bill = total("300.00");
        usage(bill, 30, "10");
        bill.charge(charge(line(ChargeCategory.TAX), MONTH.atDay(30), "24.10"));
        bill.charge(charge(line(ChargeCategory.CREDIT), MONTH.atDay(30), "-7.35"));
        bill.charge(charge(line(ChargeCategory.PURCHASE), MONTH.atDay(1), "500"));
        bill.charge(charge(line(ChargeCategory.ADJUSTMENT), MONTH.atDay(1), "1.11"));
        bill.charge(charge(line(ChargeCategory.USAGE), LocalDate.of(2026, 8, 31), "12.40"));
        bill.charge(charge(line(ChargeCategory.USAGE).correction(true), MONTH.atDay(2), "-2.40"));
        bill.charge(charge(line(ChargeCategory.USAGE).usageType("USE1-EKS-EC2-GB-Hours"), MONTH.atDay(2), "3"));
        assertSteps(
                result(bill),
                step(BridgePart.TAX, "24.10", Certainty.EXACT),
                step(BridgePart.CREDITS, "-7.35", Certainty.EXACT),
                step(BridgePart.PURCHASES, "500", Certainty.EXACT),
                step(BridgePart.OTHER_PERIODS, "10.00", Certainty.EXACT),
                step(BridgePart.ADJUSTMENTS, "1.11", Certainty.EXACT),
                step(BridgePart.SPLIT_ROWS, "3", Certainty.EXACT));
    }

    @Test
    void taxThatTheInvoiceHoldsExplainsNothing() {
        BillReconciliation bill = total("320.00");
        usage(bill, 30, "10");
        bill.charge(charge(line(ChargeCategory.TAX), MONTH.atDay(30), "24"));
        ReconciledBill result = result(bill);
        assertThat(result.passed()).isTrue();
        assertSteps(result, step(BridgePart.UNEXPLAINED, "4", Certainty.UNKNOWN));
    }

    @Test
    void whatAPartLeavesOverIsUnexplained() {
        BillReconciliation bill = total("300.00");
        usage(bill, 30, "10");
        bill.charge(charge(line(ChargeCategory.TAX), MONTH.atDay(30), "24"));
        bill.charge(charge(line(ChargeCategory.USAGE), MONTH.atDay(30), "0.70"));
        assertSteps(
                result(bill),
                step(BridgePart.TAX, "24", Certainty.LIKELY),
                step(BridgePart.UNEXPLAINED, "0.70", Certainty.UNKNOWN));
    }

    @Test
    void missingDaysAreEstimatedByTheMeanDay() {
        BillReconciliation bill = total("301.00");
        usage(bill, 28, "10");
        ReconciledBill result = result(bill);
        assertThat(result.missing()).containsExactly(MONTH.atDay(29), MONTH.atDay(30));
        assertSteps(
                result,
                step(BridgePart.MISSING_DAYS, "-20.00", Certainty.ESTIMATED),
                step(BridgePart.UNEXPLAINED, "-1.00", Certainty.UNKNOWN));
    }

    @Test
    void monthlyRowsLeaveNoDayMissing() {
        BillReconciliation bill = total("320.00");
        ChargeRecord day = charge(line(ChargeCategory.USAGE), MONTH.atDay(1), "300");
        bill.charge(new ChargeRecord(
                day.line(),
                day.start(),
                MONTH.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                MONTH,
                day.amounts(),
                Optional.empty()));
        assertThat(result(bill).missing()).isEmpty();
    }

    @Test
    void accountsAndServicesThatOneSideLacksAreNamed() {
        Set<InvoiceGrain> grain = EnumSet.of(InvoiceGrain.ACCOUNT, InvoiceGrain.SERVICE);
        BillReconciliation bill = invoiced(grain, new InvoiceKey("12345678901", " ec2", ""), "300.00");
        bill.invoiced(new InvoiceLine(
                MONTH, new InvoiceKey("12345678901", "Support", ""), CurrencyCode.USD, new BigDecimal("29.00")));
        usage(bill, 30, "10");
        bill.charge(charge(line(ChargeCategory.USAGE).service("S3"), MONTH.atDay(3), "7.5"));
        bill.charge(charge(line(ChargeCategory.TAX).service("S3"), MONTH.atDay(3), "0.5"));
        bill.charge(charge(line(ChargeCategory.USAGE).service("SNS"), MONTH.atDay(3), "0"));
        ReconciledBill result = result(bill);
        assertThat(result.lines())
                .extracting(line -> line.key().service().strip() + " " + line.verdict())
                .containsExactly("ec2 PASS", "S3 FAIL", "Support FAIL");
        assertThat(result.lines().get(1).invoiced()).isEmpty();
        assertThat(result.lines().get(2).billed()).isEmpty();
        assertSteps(
                result,
                step(BridgePart.TAX, "0.5", Certainty.EXACT),
                step(BridgePart.ONLY_IN_LEDGER, "7.5", Certainty.EXACT),
                step(BridgePart.ONLY_ON_INVOICE, "-29.00", Certainty.EXACT));
    }

    @Test
    void aLineForTaxIsComparedWithTheTaxOfAllServices() {
        Set<InvoiceGrain> grain = EnumSet.of(InvoiceGrain.SERVICE);
        BillReconciliation bill = invoiced(grain, new InvoiceKey("", "EC2", ""), "300.00");
        bill.invoiced(new InvoiceLine(MONTH, new InvoiceKey("", "Tax", ""), CurrencyCode.USD, new BigDecimal("24.00")));
        usage(bill, 30, "10");
        bill.charge(charge(line(ChargeCategory.TAX), MONTH.atDay(30), "24"));
        ReconciledBill result = result(bill);
        assertThat(result.passed()).isTrue();
        assertSteps(result);
    }

    @Test
    void currenciesAreNeverMixed() {
        BillReconciliation bill = total("300.00");
        usage(bill, 30, "10");
        bill.charge(charge(
                ChargeLine.of(ChargeCategory.USAGE, new CurrencyCode("EUR")).service("EC2"), MONTH.atDay(1), "80"));
        assertThat(result(bill).total().difference()).isEqualByComparingTo("0");
        assertThat(result(bill).passed()).isTrue();
        assertThat(bill.currenciesNotInvoiced()).containsExactly(new CurrencyCode("EUR"));
    }

    @Test
    void aCurrencyThatTheBillsLackFails() {
        ReconciledBill result = result(total("300.00"));
        assertThat(result.total().billed()).isEmpty();
        assertThat(result.passed()).isFalse();
        assertThat(result.missing()).isEmpty();
        assertSteps(result, step(BridgePart.ONLY_ON_INVOICE, "-300.00", Certainty.EXACT));
    }

    @Test
    void theToleranceIsMetExactlyAndNotBeyond() {
        for (String cents : List.of("309.00", "309.01")) {
            BillReconciliation bill = total("300.00");
            bill.charge(charge(line(ChargeCategory.USAGE), MONTH.atDay(1), cents));
            assertThat(result(bill).passed()).isEqualTo(cents.equals("309.00"));
        }
    }

    @Test
    void theBridgesOfTheLinesAddUpToThatOfTheTotal() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            BillReconciliation bill = new BillReconciliation(MONTH, EnumSet.of(InvoiceGrain.SERVICE));
            for (int row = 0; row < 40; row++) {
                ChargeCategory category = ChargeCategory.values()[random.nextInt(5)];
                bill.charge(charge(
                        line(category).service("s" + random.nextInt(5)),
                        MONTH.atDay(1 + random.nextInt(30)),
                        BigDecimal.valueOf(random.nextLong(-1_000_000, 9_000_000), 6)
                                .toPlainString()));
            }
            for (int service = 1; service < 7; service++) {
                bill.invoiced(new InvoiceLine(
                        MONTH,
                        new InvoiceKey("", "s" + service, ""),
                        CurrencyCode.USD,
                        BigDecimal.valueOf(random.nextLong(0, 4_000), 2)));
            }
            ReconciledBill result = result(bill);
            BigDecimal lines =
                    result.lines().stream().map(ReconciledLine::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(result.total().difference())
                    .isEqualByComparingTo(lines)
                    .isEqualByComparingTo(result.total()
                            .billed()
                            .orElseThrow()
                            .subtract(result.total().invoiced().orElseThrow()));
        }
    }

    @Test
    void aBridgeThatDoesNotAddUpIsRefused() {
        assertThatThrownBy(() ->
                        new VarianceBridge(BigDecimal.TEN, List.of(step(BridgePart.TAX, "9.999", Certainty.EXACT))))
                .hasMessageContaining("9.999")
                .hasMessageContaining("10");
    }
}
