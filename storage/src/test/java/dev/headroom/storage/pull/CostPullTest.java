package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ingest.IngestProgress;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;

class CostPullTest {
    private static final Set<PullTopic> COST = Set.of(PullTopic.COST);
    private static final String MEMBER = "444455556666";
    private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-10-01T00:00:00Z");

    @TempDir
    Path folder;

    private final CostExplorerStub explorer = new CostExplorerStub(TODAY, 20);
    private BillingDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new BillingDesk(folder, BillingDesk.PAYER);
        for (LocalDate day = LocalDate.of(2026, 10, 1); day.isBefore(TODAY); day = day.plusDays(1)) {
            explorer.cost(day, EC2, BillingDesk.PAYER, "10.0000000001", "8.5")
                    .cost(day, EC2, MEMBER, "0.1", "0.1", "24", "Hrs")
                    .cost(day, "AWS Glue", MEMBER, "0", "0", "0", "N/A");
        }
        explorer.cost(LocalDate.of(2026, 11, 1), "Tax", BillingDesk.PAYER, "19.03", "19.03");
        answering();
    }

    private void answering() {
        desk.aws()
                .on(
                        "ce",
                        "GetCostAndUsage",
                        GetCostAndUsageRequest::builder,
                        (GetCostAndUsageRequest request, Call call) -> explorer.answer(request, call));
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private BigDecimal total(CostBasis basis) {
        return desk.workspace().charges().totals(basis).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
    }

    private List<ChargeRecord> charges() {
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        return charges;
    }

    @Test
    void everyCostIsKeptExactlyWithItsBasesAndQuantity() throws Exception {
        PullReport report = desk.pull(COST, SINCE, NOW);
        assertThat(report.missing()).isEmpty();
        assertThat(report.end()).isEmpty();
        // 52 days; 10.0000000001 + 0.1 a day, and the tax
        assertThat(total(CostBasis.BILLED))
                .isEqualByComparingTo("544.2300000052")
                .isEqualByComparingTo(explorer.total());
        assertThat(total(CostBasis.EFFECTIVE)).isEqualByComparingTo("466.23");
        assertThat(charges())
                .allSatisfy(charge -> {
                    assertThat(charge.line().provider()).isEqualTo("AWS");
                    assertThat(charge.line().billingAccount()).isEqualTo(BillingDesk.PAYER);
                })
                .noneMatch(charge -> charge.line().service().equals("AWS Glue"));
        assertThat(charges())
                .filteredOn(charge -> charge.line().category() == ChargeCategory.TAX)
                .hasSize(1);
        assertThat(charges())
                .filteredOn(charge -> charge.line().subAccount().equals(MEMBER))
                .hasSize(52)
                .allSatisfy(charge -> {
                    assertThat(charge.quantity()).hasValue(new BigDecimal("24"));
                    assertThat(charge.line().unit()).isEqualTo("Hrs");
                });
    }

    private static CallMeter.Usage paid(PullReport report) {
        return Objects.requireNonNull(report.usage().get("ce:GetCostAndUsage"));
    }

    @Test
    void everyPageIsReadAndPaidFor() throws Exception {
        PullReport report = desk.pull(COST, SINCE, NOW);
        // 3 groups a day, 20 a page: 64 in November and 93 in October
        assertThat(explorer.asked()).hasSize(4 + 5);
        assertThat(paid(report).usd()).isEqualByComparingTo("0.09");
        assertThat(desk.workspace().pulls().meters(Instant.EPOCH))
                .anySatisfy(meter -> assertThat(meter.usd()).isEqualByComparingTo("0.09"));
    }

    @Test
    void thePriceIsToldBeforeAnythingPaidIsAsked() throws Exception {
        try (AwsPull pull = desk.plan(COST, SINCE, NOW)) {
            assertThat(pull.planned()).singleElement().satisfies(planned -> {
                assertThat(planned.topic()).isEqualTo(PullTopic.COST);
                assertThat(planned.place()).isEqualTo(new Place(BillingDesk.PAYER, "us-east-1"));
                assertThat(planned.expected().calls()).isEqualTo(2);
            });
            assertThat(pull.expected().usd()).isEqualByComparingTo("0.02");
            assertThat(explorer.asked()).isEmpty();
        }
    }

    @Test
    void aSecondPullAsksOnlyForWhatIsNotCompleteAndTheLastThreeDays() throws Exception {
        desk.pull(COST, SINCE, NOW);
        int before = explorer.asked().size();
        explorer.cost(TODAY, EC2, BillingDesk.PAYER, "3", "3");
        desk.pull(COST, SINCE, Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(explorer.asked().subList(before, explorer.asked().size()))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.timePeriod().start()).isEqualTo("2026-11-19");
                    assertThat(request.timePeriod().end()).isEqualTo("2026-11-23");
                });
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo(explorer.total());
    }

    @Test
    void restatedDaysReplaceAndOtherDaysStay() throws Exception {
        desk.pull(COST, SINCE, NOW);
        explorer.cost(LocalDate.of(2026, 11, 20), EC2, BillingDesk.PAYER, "4.5", "4");
        explorer.forget(LocalDate.of(2026, 11, 21), EC2, MEMBER);
        desk.pull(COST, SINCE, NOW);
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo(explorer.total());
        assertThat(charges())
                .filteredOn(charge -> day(charge).equals(LocalDate.of(2026, 11, 20)))
                .filteredOn(charge -> charge.line().subAccount().equals(BillingDesk.PAYER))
                .singleElement()
                .satisfies(charge -> assertThat(charge.amounts().effective())
                        .hasValueSatisfying(effective -> assertThat(effective).isEqualByComparingTo("4")));
        assertThat(charges())
                .filteredOn(charge -> day(charge).equals(LocalDate.of(2026, 11, 21)))
                .hasSize(1);
        assertThat(charges())
                .filteredOn(charge -> day(charge).equals(LocalDate.of(2026, 11, 3)))
                .hasSize(2);
    }

    @Test
    void thePreviousMonthIsCompletedUntilTheFifteenth() throws Exception {
        desk.pull(COST, SINCE, Instant.parse("2026-11-05T00:00:00Z"));
        explorer.cost(LocalDate.of(2026, 10, 2), EC2, BillingDesk.PAYER, "11", "11");
        desk.pull(COST, SINCE, Instant.parse("2026-11-14T00:00:00Z"));
        assertThat(total(CostBasis.BILLED))
                .isEqualByComparingTo(
                        explorer.total().subtract(new BigDecimal("10.1000000001").multiply(new BigDecimal("8"))));
    }

    private static LocalDate day(ChargeRecord charge) {
        return charge.start().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Test
    void aReportOfTheSameMonthCountsInItsPlaceInWhateverOrderTheyCome() throws Exception {
        desk.pull(COST, SINCE, NOW);
        Path cur = cur();
        desk.workspace().ingest().importPaths(List.of(cur), IngestProgress.none(), NOW);
        BigDecimal november = explorer.total().subtract(new BigDecimal("10.1000000001").multiply(new BigDecimal("31")));
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo(november.add(new BigDecimal("62")));
        desk.pull(COST, SINCE, Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo(november.add(new BigDecimal("62")));
        assertThat(desk.workspace().bills().contests(Optional.empty()))
                .singleElement()
                .satisfies(contest -> assertThat(contest.sentence())
                        .contains("2026-10", "cur-legacy counts", "cost-explorer does not"));
    }

    /// A Cost and Usage Report of October with 1 USD a day of each account.
    private Path cur() throws Exception {
        List<String> rows =
                new ArrayList<>(List.of("identity/LineItemId,bill/PayerAccountId,bill/BillingPeriodStartDate,"
                        + "lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,"
                        + "lineItem/ProductCode,lineItem/UsageType,lineItem/ResourceId,lineItem/UsageAmount,"
                        + "lineItem/CurrencyCode,lineItem/UnblendedCost"));
        for (int day = 1; day <= 31; day++) {
            for (String account : List.of(BillingDesk.PAYER, MEMBER)) {
                String date = LocalDate.of(2026, 10, day).toString();
                rows.add(account + day + "," + BillingDesk.PAYER + ",2026-10-01T00:00:00Z," + account + ",Usage," + date
                        + "T00:00:00Z," + date + "T23:00:00Z,AmazonEC2,Box,i-1,1,USD,1");
            }
        }
        return Files.write(folder.resolve("cur.csv"), rows);
    }

    @Test
    void whereNetCostIsToldAsNothingTheAmortisedCostIsTaken() throws Exception {
        CostExplorerStub other =
                new CostExplorerStub(TODAY, 20).withoutNet(LocalDate.of(2026, 11, 3), EC2, BillingDesk.PAYER, "5", "4");
        desk.aws()
                .on(
                        "ce",
                        "GetCostAndUsage",
                        GetCostAndUsageRequest::builder,
                        (GetCostAndUsageRequest request, Call call) -> other.answer(request, call));
        desk.pull(COST, SINCE, NOW);
        assertThat(total(CostBasis.EFFECTIVE)).isEqualByComparingTo("4");
    }

    @Test
    void olderMonthsAreToldByMonth() throws Exception {
        explorer.cost(LocalDate.of(2025, 3, 7), EC2, BillingDesk.PAYER, "123.45", "120");
        PullReport report = desk.pull(COST, Instant.parse("2025-02-01T00:00:00Z"), NOW);
        assertThat(report.missing()).isEmpty();
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo(explorer.total());
        assertThat(charges())
                .filteredOn(charge -> charge.billingMonth().getYear() == 2025)
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.start()).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
                    assertThat(charge.end()).isEqualTo(Instant.parse("2025-04-01T00:00:00Z"));
                });
    }

    @Test
    void slowingDownIsObeyedAndNothingIsLost() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        desk.aws()
                .on(
                        "ce",
                        "GetCostAndUsage",
                        GetCostAndUsageRequest::builder,
                        (GetCostAndUsageRequest request, Call call) -> {
                            if (calls.getAndIncrement() < 2) {
                                throw new Fault(400, "LimitExceededException", "slow");
                            }
                            return explorer.answer(request, call);
                        });
        PullReport report = desk.pull(COST, SINCE, NOW);
        assertThat(report.missing()).isEmpty();
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo(explorer.total());
        assertThat(paid(report).calls()).isEqualTo(11);
        assertThat(paid(report).usd()).isEqualByComparingTo("0.09");
    }

    @Test
    void whatIsDeniedIsToldAndWhatWasCompleteStays() throws Exception {
        desk.aws()
                .on(
                        "ce",
                        "GetCostAndUsage",
                        GetCostAndUsageRequest::builder,
                        (GetCostAndUsageRequest request, Call call) -> {
                            if (request.timePeriod().start().startsWith("2026-10")) {
                                throw new Fault(400, "AccessDeniedException", "no");
                            }
                            return explorer.answer(request, call);
                        });
        PullReport report = desk.pull(COST, SINCE, NOW);
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason()).isEqualTo(Reason.DENIED);
            assertThat(missing.sentence()).contains("ce:GetCostAndUsage", "--print-policy");
        });
        assertThat(report.end()).isEmpty();
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo("231.1300000021");
        answering();
        assertThat(desk.pull(COST, SINCE, NOW).missing()).isEmpty();
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo(explorer.total());
    }

    @Test
    void anAccountThatDoesNotPayKeepsWhatThePayerToldOfOthers() throws Exception {
        desk.pull(COST, SINCE, NOW);
        desk.close();
        desk = new BillingDesk(folder, MEMBER);
        CostExplorerStub own = new CostExplorerStub(TODAY, 100);
        for (LocalDate day = LocalDate.of(2026, 10, 1); day.isBefore(TODAY); day = day.plusDays(1)) {
            own.cost(day, EC2, MEMBER, "0.2", "0.2");
        }
        desk.aws()
                .on(
                        "ce",
                        "GetCostAndUsage",
                        GetCostAndUsageRequest::builder,
                        (GetCostAndUsageRequest request, Call call) -> own.answer(request, call));
        desk.pull(COST, SINCE, NOW);
        assertThat(total(CostBasis.BILLED))
                .isEqualByComparingTo(explorer.total().add(new BigDecimal("5.2")));
    }

    @Test
    void whereThePayerIsNotToldNoCostIsKeptAsThatOfAnotherBill() throws Exception {
        desk.aws()
                .on(
                        "organizations",
                        "DescribeOrganization",
                        DescribeOrganizationRequest::builder,
                        (DescribeOrganizationRequest request, Call call) -> {
                            throw Fault.denied("organizations:DescribeOrganization");
                        });
        PullReport report = desk.pull(COST, SINCE, NOW);
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.topic()).isEqualTo(PullTopic.COST);
            assertThat(missing.sentence()).contains("organizations:DescribeOrganization", "--print-policy");
        });
        assertThat(explorer.asked()).isEmpty();
        assertThat(charges()).isEmpty();
    }

    @Test
    void aCostWithoutACurrencyIsRefusedAndTheOthersAreKept() throws Exception {
        desk.aws()
                .on(
                        "ce",
                        "GetCostAndUsage",
                        GetCostAndUsageRequest::builder,
                        (GetCostAndUsageRequest request, Call call) -> GetCostAndUsageResponse.builder()
                                .resultsByTime(result -> result.timePeriod(request.timePeriod())
                                        .groups(
                                                group -> group.keys(EC2, MEMBER)
                                                        .metrics(Map.of("UnblendedCost", value("1", ""))),
                                                group -> group.keys(EC2, BillingDesk.PAYER)
                                                        .metrics(Map.of("UnblendedCost", value("2", "USD")))))
                                .build());
        PullReport report = desk.pull(COST, Instant.parse("2026-11-01T00:00:00Z"), NOW);
        assertThat(report.kept().getFirst().rejected()).isEqualTo(1);
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo("2");
    }

    private static MetricValue value(String amount, String unit) {
        return MetricValue.builder().amount(amount).unit(unit).build();
    }

    @Test
    void anAccountWithoutAnOrganizationPaysItself() throws Exception {
        desk.aws()
                .on(
                        "organizations",
                        "DescribeOrganization",
                        DescribeOrganizationRequest::builder,
                        (DescribeOrganizationRequest request, Call call) -> {
                            throw new Fault(400, "AWSOrganizationsNotInUseException", "alone");
                        });
        assertThat(desk.pull(COST, SINCE, NOW).missing()).isEmpty();
        assertThat(charges())
                .allSatisfy(charge -> assertThat(charge.line().billingAccount()).isEqualTo(BillingDesk.PAYER));
    }
}
