package dev.headroom.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.headroom.engine.quantity.Money;
import dev.headroom.storage.source.price.ShippedPrices;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the bill of the committed sample to the inventory, the price list and the rules of FOCUS 1.0.
final class SampleBillTest {
    private static final List<NamedCsvRecord> ROWS = new ArrayList<>();
    private static final List<String> COSTS = List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost");

    @BeforeAll
    static void read() throws Exception {
        ROWS.addAll(SampleData.rows("billing", "focus"));
    }

    @Test
    void thereAreTheFortyThreeColumnsInTheirOrder() {
        List<String> header = ROWS.getFirst().getHeader();
        assertThat(header).hasSize(43).isSorted();
        assertThat(header)
                .isEqualTo(Arrays.stream(FocusColumn.values())
                        .map(FocusColumn::title)
                        .toList());
    }

    @Test
    void amountsArePlainDecimals() {
        for (NamedCsvRecord row : ROWS) {
            for (String cost : COSTS) {
                assertThat(row.getField(cost)).matches("-?\\d+(\\.\\d+)?");
            }
        }
    }

    @Test
    void columnsThatMustNotBeNullAreFilled() {
        List<String> mandatory = List.of(
                "BillingAccountId",
                "BillingCurrency",
                "BillingPeriodStart",
                "BillingPeriodEnd",
                "ChargeCategory",
                "ChargePeriodStart",
                "ChargePeriodEnd",
                "InvoiceIssuerName",
                "ProviderName",
                "PublisherName",
                "ServiceCategory",
                "ServiceName");
        for (NamedCsvRecord row : ROWS) {
            assertThat(mandatory).noneMatch(column -> row.getField(column).isEmpty());
        }
    }

    /// The hours that the inventory says a server ran on a day, times the list price, without a rounding anywhere.
    @Test
    void computeListCostOfADayIsHoursTimesListPrice() throws Exception {
        Map<LocalDate, BigDecimal> billed = new HashMap<>();
        for (NamedCsvRecord row : ROWS) {
            if (isInstance(row)) {
                billed.merge(start(row).atZone(ZoneOffset.UTC).toLocalDate(), cost(row, "ListCost"), BigDecimal::add);
            }
        }
        assertThat(billed).hasSize(720);
        Map<String, BigDecimal> prices = new HashMap<>();
        ShippedPrices.load()
                .forEach(shape -> prices.put(
                        shape.instanceType() + shape.region(),
                        shape.onDemandHour().map(Money::amount).orElse(BigDecimal.ZERO)));
        Map<String, List<NamedCsvRecord>> servers = new LinkedHashMap<>();
        for (NamedCsvRecord row : SampleData.rows("inventory", "inventory")) {
            servers.computeIfAbsent(row.getField("resource"), id -> new ArrayList<>())
                    .add(row);
        }
        billed.forEach((day, total) -> assertThat(total)
                .as(day.toString())
                .isEqualByComparingTo(servers.values().stream()
                        .map(spans -> listCost(spans, day, prices))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static BigDecimal listCost(List<NamedCsvRecord> spans, LocalDate day, Map<String, BigDecimal> prices) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < spans.size(); i++) {
            Instant from = later(Instant.parse(spans.get(i).getField("from")), midnight(day));
            Instant next = i + 1 < spans.size() ? Instant.parse(spans.get(i + 1).getField("from")) : Instant.MAX;
            Instant until = next.isBefore(midnight(day.plusDays(1))) ? next : midnight(day.plusDays(1));
            long hours = from.isBefore(until) ? Duration.between(from, until).toHours() : 0;
            String place = spans.get(i).getField("instance_type") + spans.get(i).getField("region");
            sum = sum.add(prices.getOrDefault(place, BigDecimal.ZERO).multiply(BigDecimal.valueOf(hours)));
        }
        return sum;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void usageCostsItsQuantityTimesItsPrice() {
        for (NamedCsvRecord row : ROWS) {
            if (!row.getField("ListUnitPrice").isEmpty()) {
                assertThat(cost(row, "ListUnitPrice").multiply(cost(row, "PricingQuantity")))
                        .isEqualByComparingTo(cost(row, "ListCost"));
            }
        }
    }

    @Test
    void coveredAndUnusedEffectiveCostIsTheBilledPurchaseOfTheDay() {
        Map<String, BigDecimal> bought = new HashMap<>();
        Map<String, BigDecimal> spread = new HashMap<>();
        for (NamedCsvRecord row : ROWS) {
            String key = row.getField("CommitmentDiscountId") + " "
                    + row.getField("ChargePeriodStart").substring(0, 10);
            if (row.getField("ChargeCategory").equals("Purchase")) {
                bought.merge(key, cost(row, "BilledCost"), BigDecimal::add);
                assertThat(cost(row, "EffectiveCost")).isZero();
            } else if (!row.getField("CommitmentDiscountId").isEmpty()) {
                spread.merge(key, cost(row, "EffectiveCost"), BigDecimal::add);
                assertThat(cost(row, "BilledCost")).isZero();
                assertThat(cost(row, "EffectiveCost")).isNotNegative();
                assertThat(row.getField("CommitmentDiscountStatus")).isIn("Used", "Unused");
            }
        }
        assertThat(bought.keySet().stream().map(key -> key.split(" ")[0]).distinct())
                .hasSize(2);
        assertThat(spread.keySet()).isEqualTo(bought.keySet());
        bought.forEach((key, amount) -> assertThat(spread.get(key)).as(key).isEqualByComparingTo(amount));
    }

    @Test
    void thereAreTaxOfFinishedMonthsTwoCreditsAndOneCorrection() {
        assertThat(months(row -> row.getField("ChargeCategory").equals("Tax"))).isEqualTo(23);
        assertThat(rows(row -> row.getField("ChargeCategory").equals("Credit")))
                .hasSize(2)
                .allMatch(row -> cost(row, "BilledCost").signum() < 0);
        List<NamedCsvRecord> corrections =
                rows(row -> row.getField("ChargeClass").equals("Correction"));
        assertThat(corrections).singleElement().satisfies(row -> {
            assertThat(cost(row, "BilledCost")).isNegative();
            assertThat(row.getField("ChargePeriodEnd")).isLessThan(row.getField("BillingPeriodStart"));
        });
    }

    @Test
    void chargesLieInTheirBillingPeriodUnlessTheyCorrect() {
        for (NamedCsvRecord row : rows(r -> r.getField("ChargeClass").isEmpty())) {
            assertThat(row.getField("ChargePeriodStart")).isGreaterThanOrEqualTo(row.getField("BillingPeriodStart"));
            assertThat(row.getField("ChargePeriodEnd")).isLessThanOrEqualTo(row.getField("BillingPeriodEnd"));
        }
    }

    @Test
    void aResizeWithinTheBillSplitsItsDay() {
        assertThat(rows(row ->
                        isInstance(row) && !row.getField("PricingQuantity").equals("24")))
                .hasSizeGreaterThan(2);
    }

    @Test
    void theManifestStatesTheExactTotal() throws Exception {
        BigDecimal total = ROWS.stream().map(row -> cost(row, "BilledCost")).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(Files.readString(SampleData.FOLDER.resolve("manifest.json")))
                .contains("\"billed_usd\": \"" + total.toPlainString() + "\"");
    }

    private static boolean isInstance(NamedCsvRecord row) {
        return row.getField("ServiceName").equals(InstanceBill.SERVICE)
                && row.getField("ChargeCategory").equals("Usage")
                && row.getField("ChargeClass").isEmpty();
    }

    private static long months(Predicate<NamedCsvRecord> which) {
        return rows(which).stream()
                .map(row -> row.getField("BillingPeriodStart"))
                .distinct()
                .count();
    }

    private static List<NamedCsvRecord> rows(Predicate<NamedCsvRecord> which) {
        return ROWS.stream().filter(which).toList();
    }

    private static Instant start(NamedCsvRecord row) {
        return Instant.parse(row.getField("ChargePeriodStart"));
    }

    private static BigDecimal cost(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }

    @Test
    void usageAndPurchasesSayHowMuchIsPricedAtWhatPrice() {
        List<String> pricing = List.of("PricingQuantity", "PricingUnit", "ListUnitPrice", "ContractedUnitPrice");
        for (NamedCsvRecord row : ROWS) {
            if (List.of("Usage", "Purchase").contains(row.getField("ChargeCategory"))
                    && !row.getField("ChargeClass").equals("Correction")) {
                assertThat(pricing)
                        .as(row.toString())
                        .noneMatch(column -> row.getField(column).isEmpty());
                assertThat(new BigDecimal(row.getField("PricingQuantity"))
                                .multiply(new BigDecimal(row.getField("ListUnitPrice"))))
                        .isCloseTo(cost(row, "ListCost"), Offset.offset(new BigDecimal("0.000001")));
            }
        }
        assertThat(ROWS)
                .filteredOn(row -> row.getField("CommitmentDiscountStatus").equals("Unused"))
                .isNotEmpty();
    }
}
