package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.BillContest;
import dev.headroom.storage.cache.BillVersion;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.Restatement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BillDatasetsTest {
    private static final Instant FIRST = Instant.parse("2024-10-03T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-10-13T08:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-10-23T08:00:00Z");
    private static final String FOCUS = "BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,"
            + "ChargeCategory,ServiceName,ProviderName,BillingAccountId,SubAccountId,ResourceId";
    private static final String CUR = "identity/LineItemId,bill/PayerAccountId,bill/BillingPeriodStartDate,"
            + "lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,"
            + "lineItem/ProductCode,lineItem/UsageType,lineItem/ResourceId,lineItem/UsageAmount,"
            + "lineItem/CurrencyCode,lineItem/UnblendedCost";
    private static final String AZURE = "SubscriptionId,Date,MeterCategory,MeterName,Quantity,CostInBillingCurrency,"
            + "ResourceId,ReservationId,ChargeType,PricingModel,BillingAccountId,BillingCurrencyCode,"
            + "BillingPeriodStartDate,BillingPeriodEndDate";

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private FileReport load(Instant now, Redelivery redelivery, List<String> lines) throws Exception {
        Path file = desk.file("bill.csv", lines.toArray(String[]::new));
        FileReport report = desk.workspace()
                .ingest()
                .with(redelivery)
                .importPaths(List.of(file), IngestProgress.none(), now)
                .files()
                .getFirst();
        assertThat(report.error()).isEmpty();
        assertThat(report.rejects()).isEmpty();
        return report;
    }

    private FileReport load(Instant now, List<String> lines) throws Exception {
        return load(now, Redelivery.AUTOMATIC, lines);
    }

    private ChargeLedger charges() {
        return desk.workspace().charges();
    }

    private static BigDecimal total(ChargeLedger ledger, CostBasis basis, String currency) {
        return ledger.totals(basis).getOrDefault(new CurrencyCode(currency), BigDecimal.ZERO);
    }

    private static List<String> focus(int days, String cost, String billingAccount, String account) {
        List<String> rows = new ArrayList<>(List.of(FOCUS));
        for (int day = 1; day <= days; day++) {
            String start = String.format("2024-09-%02dT00:00:00Z", day);
            String end = String.format("2024-09-%02dT23:00:00Z", day);
            rows.add(String.join(
                    ",", cost, cost, "USD", start, end, "Usage", "EC2", "AWS", billingAccount, account, "i-1"));
        }
        return rows;
    }

    private static List<String> cur(int days, String cost) {
        List<String> rows = new ArrayList<>(List.of(CUR));
        for (int day = 1; day <= days; day++) {
            String start = String.format("2024-09-%02dT00:00:00Z", day);
            String end = String.format("2024-09-%02dT23:00:00Z", day);
            rows.add(String.join(
                    ",",
                    "id" + day,
                    "0123",
                    "2024-09-01T00:00:00Z",
                    "11",
                    "Usage",
                    start,
                    end,
                    "AmazonEC2",
                    "Box",
                    "i-1",
                    "1",
                    "USD",
                    cost));
        }
        return rows;
    }

    private static String azure(String date, String cost, String reservation, String type, String model) {
        return "sub-1," + date + ",VM,D2,24," + cost + ",/vm," + reservation + "," + type + "," + model
                + ",8765,EUR,2024-09-01,2024-09-30";
    }

    private static final String ON_DEMAND = azure("2024-09-02", "7", "", "Usage", "OnDemand");

    private static List<String> actual() {
        return List.of(
                AZURE,
                ON_DEMAND,
                azure("2024-09-02", "0", "r-1", "Usage", "Reservation"),
                azure("2024-09-01", "300", "r-1", "Purchase", "Reservation"));
    }

    private static List<String> amortised(String covered) {
        return List.of(
                AZURE,
                ON_DEMAND,
                azure("2024-09-02", covered, "r-1", "Usage", "Reservation"),
                azure("2024-09-02", "2", "r-1", "UnusedReservation", "Reservation"));
    }

    @Test
    void theSameMonthInTwoFormatsIsCountedOnceAndBothAreKept() throws Exception {
        load(FIRST, cur(30, "1"));
        FileReport second = load(SECOND, focus(30, "1.5", "123", "11"));
        assertThat(second.accepted()).isEqualTo(30);
        assertThat(second.notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("The bill of 2024-09 of AWS 0123 is kept as focus and as cur-legacy: focus counts")
                        .contains("--lead"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("45");
        assertThat(charges().count()).isEqualTo(30);
        assertThat(charges().bills())
                .singleElement()
                .satisfies(bill -> assertThat(bill.charges()).isEqualTo(30));
        List<BigDecimal> handed = new ArrayList<>();
        charges().forEach(charge -> handed.add(charge.amounts().billed()));
        charges()
                .onBillOf(
                        YearMonth.of(2024, 9),
                        charge -> handed.add(charge.amounts().billed()));
        assertThat(handed).hasSize(60).allSatisfy(cost -> assertThat(cost).isEqualByComparingTo("1.5"));
        assertThat(charges().daily(CostGrouping.SERVICE, CostBasis.BILLED)).hasSize(30);

        assertThat(desk.workspace().bills().versions())
                .extracting(BillVersion::dataset, BillVersion::counted)
                .containsExactlyInAnyOrder(Tuple.tuple("cur-legacy", false), Tuple.tuple("focus", true));
        // As known before the second file came, the first one counted.
        assertThat(total(charges().asKnownOn(FIRST), CostBasis.BILLED, "USD")).isEqualByComparingTo("30");
    }

    @Test
    void aNewVersionReplacesOnlyVersionsOfItsOwnKind() throws Exception {
        load(FIRST, cur(30, "1"));
        load(FIRST, focus(30, "1", "123", "11"));
        FileReport restated = load(SECOND, cur(30, "0.9"));
        assertThat(restated.notes()).anySatisfy(note -> assertThat(note).contains("instead of USD 30"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("30");
        load(THIRD, Redelivery.REPLACE, focus(30, "0.8", "123", "11"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("24");
        assertThat(desk.workspace().bills().versions())
                .filteredOn(version -> version.replaced().isEmpty())
                .extracting(BillVersion::dataset)
                .containsExactlyInAnyOrder("cur-legacy", "focus");
    }

    @Test
    void aBillOfFewerDaysOrAccountsNeverHidesAWholeOne() throws Exception {
        load(FIRST, cur(30, "1"));
        FileReport part = load(FIRST, focus(10, "1", "123", "11"));
        assertThat(part.notes()).anySatisfy(note -> assertThat(note).contains("cur-legacy counts"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("30");
        load(SECOND, focus(29, "1.5", "123", "11"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("43.5");
    }

    @Test
    void billsOfOtherAccountsDoNotCompete() throws Exception {
        load(FIRST, cur(30, "1"));
        load(FIRST, focus(30, "1", "124", "11"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("60");
        assertThat(desk.workspace().bills().contests(Optional.empty())).isEmpty();
    }

    @Test
    void billsWithoutABillingAccountCompeteOnlyWhenTheyTellTheSameDaysOfAccounts() throws Exception {
        load(
                FIRST,
                focus(30, "1", "", "11").stream()
                        .map(row -> row.replace("AWS", "other"))
                        .toList());
        load(FIRST, List.of("date,cost_usd,service,provider,account", "2024-09-01,5,x,other,12"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("35");
        load(FIRST, List.of("date,cost_usd,service,provider,account", "2024-09-02,5,x,other,11"));
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("30");
    }

    @Test
    void aBillWithoutABillingAccountCompetesWithTheOneThatHasItsAccounts() throws Exception {
        List<String> old = List.of(
                "SubscriptionGuid,UsageDateTime,MeterCategory,PreTaxCost,Currency",
                "guid-1,2024-09-01,VM,1,USD",
                "guid-1,2024-09-02,VM,1,USD");
        load(FIRST, old);
        List<String> other = focus(2, "5", "/billingAccounts/8765", "/subscriptions/guid-2").stream()
                .map(row -> row.replace("AWS", "Microsoft"))
                .toList();
        load(FIRST, other);
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("12");
        List<String> same =
                other.stream().map(row -> row.replace("guid-2", "GUID-1")).toList();
        load(SECOND, Redelivery.REPLACE, same);
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("10");
    }

    @Test
    void anotherKindCanBeChosenForABillAndTakenBack() throws Exception {
        load(FIRST, cur(30, "1"));
        load(FIRST, focus(30, "1.5", "123", "11"));
        int chosen = desk.workspace().bills().choose("cur-legacy", _ -> true, true, SECOND);
        assertThat(chosen).isEqualTo(1);
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("30");
        assertThat(total(charges().asKnownOn(FIRST), CostBasis.BILLED, "USD")).isEqualByComparingTo("45");
        BillContest contest =
                desk.workspace().bills().contests(Optional.empty()).getFirst();
        assertThat(contest.told())
                .extracting(BillContest.Told::family, BillContest.Told::leads, BillContest.Told::chosen)
                .containsExactly(Tuple.tuple("cur-legacy", true, true), Tuple.tuple("focus", false, false));
        assertThat(contest.told().get(1).totals().getFirst().sums().get(CostBasis.BILLED))
                .isEqualByComparingTo("45");
        assertThat(desk.workspace().bills().restatements()).singleElement().satisfies(change -> {
            assertThat(change.known()).isEqualTo(SECOND);
            assertThat(change.difference()).isEqualByComparingTo("-15");
            assertThat(change.cause()).isEqualTo(Restatement.Cause.ANOTHER_KIND_COUNTS);
        });
        assertThat(desk.workspace().bills().choose("gcp", _ -> true, true, THIRD))
                .isZero();
        assertThat(desk.workspace().bills().choose("", _ -> true, true, THIRD)).isEqualTo(1);
        assertThat(total(charges(), CostBasis.BILLED, "USD")).isEqualByComparingTo("45");
        assertThat(desk.workspace().audit().since(Instant.EPOCH))
                .extracting(entry -> entry.action())
                .contains("bills chosen");
    }

    @Test
    void aKindThatTellsTheSameMoneyIsNoRestatement() throws Exception {
        load(FIRST, cur(30, "1"));
        load(SECOND, focus(30, "1", "123", "11"));
        assertThat(desk.workspace().bills().restatements()).isEmpty();
        load(THIRD, focus(30, "1.1", "123", "11"));
        assertThat(desk.workspace().bills().restatements())
                .extracting(Restatement::cause)
                .containsExactly(Restatement.Cause.RESTATED);
    }

    @Test
    void actualAndAmortisedExportsOfAzureCompleteEachOtherInEitherOrder() throws Exception {
        load(FIRST, actual());
        assertThat(total(charges(), CostBasis.BILLED, "EUR")).isEqualByComparingTo("307");
        assertThat(total(charges(), CostBasis.EFFECTIVE, "EUR")).isEqualByComparingTo("7");
        assertThat(charges().unknown(CostBasis.EFFECTIVE)).isEqualTo(1);
        FileReport amortised = load(SECOND, amortised("8"));
        assertThat(amortised.duplicates()).isEqualTo(1);
        assertThat(amortised.notes()).noneMatch(note -> note.startsWith("Replaces"));
        assertComplete("307", "17");
        // The one export again, then the other with another rate.
        load(THIRD, actual());
        assertComplete("307", "17");
        load(THIRD, amortised("9"));
        assertComplete("307", "18");
        assertThat(desk.workspace().bills().restatements()).isEmpty();
        assertThat(desk.workspace().bills().contests(Optional.empty())).isEmpty();
    }

    @Test
    void theAmortisedExportFirst() throws Exception {
        load(FIRST, amortised("8"));
        assertComplete("7", "17");
        load(SECOND, actual());
        assertComplete("307", "17");
        load(THIRD, Redelivery.REPLACE, actual());
        assertComplete("307", "17");
    }

    private void assertComplete(String billed, String effective) {
        assertThat(total(charges(), CostBasis.BILLED, "EUR")).isEqualByComparingTo(billed);
        assertThat(total(charges(), CostBasis.EFFECTIVE, "EUR")).isEqualByComparingTo(effective);
        assertThat(charges().unknown(CostBasis.EFFECTIVE)).isZero();
    }

    @Test
    void anAmortisedExportOfFewerDaysLeavesTheOthersUnknown() throws Exception {
        List<String> longer = new ArrayList<>(actual());
        longer.add(azure("2024-09-20", "0", "r-1", "Usage", "Reservation"));
        load(FIRST, longer);
        load(FIRST, amortised("8"));
        assertThat(total(charges(), CostBasis.BILLED, "EUR")).isEqualByComparingTo("307");
        assertThat(charges().unknown(CostBasis.EFFECTIVE)).isEqualTo(2);
    }

    @Test
    void aBillThatComesInAnotherCurrencyIsNoted() throws Exception {
        load(FIRST, focus(30, "1", "123", "11"));
        FileReport other = load(
                SECOND,
                focus(30, "0.9", "123", "11").stream()
                        .map(row -> row.replace("USD", "EUR"))
                        .toList());
        assertThat(other.notes())
                .singleElement()
                .asString()
                .contains("was kept in USD and is now also in EUR", "--bills replace");
    }
}
