package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.storage.advice.BudgetState;
import dev.headroom.storage.advice.BudgetState.Covers;
import dev.headroom.storage.advice.CommitmentCoverage;
import dev.headroom.storage.advice.CommitmentUse;
import dev.headroom.storage.advice.CostAnomaly;
import dev.headroom.storage.advice.CostForecast;
import dev.headroom.storage.advice.ProviderAdvice;
import dev.headroom.storage.advice.ProviderAdvice.Commitment;
import dev.headroom.storage.advice.ProviderAdvice.Kind;
import dev.headroom.storage.advice.PurchaseAdvice;
import dev.headroom.storage.advice.ServerSizeAdvice;
import dev.headroom.storage.cache.AdviceLog;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.computeoptimizer.model.GetEc2InstanceRecommendationsRequest;
import software.amazon.awssdk.services.costexplorer.model.ForecastResult;
import software.amazon.awssdk.services.costexplorer.model.GetAnomaliesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastResponse;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationRequest;
import software.amazon.awssdk.services.costexplorer.model.Granularity;

class AdvicePullTest {
    private static final Set<PullTopic> ADVICE = Set.of(PullTopic.RECOMMENDATIONS);
    private static final Instant SINCE = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    Path folder;

    private final AdviceStub said = new AdviceStub();
    private BillingDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new BillingDesk(folder, BillingDesk.PAYER);
        said.on(desk.aws());
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private List<ProviderAdvice> current(Kind kind) {
        return desk.workspace().advice().current(kind).stream()
                .map(AdviceLog.Entry::advice)
                .toList();
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void theServersThatComputeOptimizerKnowsAreKeptWithTheirOptionsInItsOrder() throws Exception {
        PullReport report = desk.pull(ADVICE, SINCE, NOW);
        assertThat(report.missing()).isEmpty();
        assertThat(desk.workspace().advice().current(Kind.SERVER_SIZE))
                .allSatisfy(entry -> {
                    assertThat(entry.origin().region()).isEqualTo("eu-central-1");
                    assertThat(entry.told()).isEqualTo(NOW);
                })
                .hasSize(2);
        ServerSizeAdvice large = (ServerSizeAdvice) current(Kind.SERVER_SIZE).get(1);
        assertThat(large.server()).isEqualTo("i-large");
        assertThat(large.finding()).isEqualTo("OVER_PROVISIONED");
        assertThat(large.reasons()).containsExactly("CPUOverprovisioned", "MemoryOverprovisioned");
        assertThat(large.options())
                .extracting(ServerSizeAdvice.Option::instanceType)
                .containsExactly("m6a.large", "m6a.xlarge");
        ServerSizeAdvice.Option best = large.options().getFirst();
        assertThat(best.risk()).isEqualByComparingTo("2");
        assertThat(best.savingMonth()).isEqualByComparingTo("105");
        assertThat(best.savingAfterDiscountsMonth()).isEqualByComparingTo("52.5");
        assertThat(best.currency()).isEqualTo("USD");
        assertThat(((ServerSizeAdvice) current(Kind.SERVER_SIZE).getFirst()).options())
                .isEmpty();
    }

    @Test
    void whatCostExplorerAdvisesAndFindsIsKept() throws Exception {
        desk.pull(ADVICE, SINCE, NOW);
        ServerSizeAdvice idle = (ServerSizeAdvice) current(Kind.RIGHTSIZING).getFirst();
        assertThat(idle.server()).isEqualTo("i-idle");
        assertThat(idle.instanceType()).isEqualTo("c6i.large");
        assertThat(idle.finding()).isEqualTo("TERMINATE");
        assertThat(idle.savingMonth()).isEqualByComparingTo("61.2");
        CostAnomaly anomaly = (CostAnomaly) current(Kind.ANOMALY).getFirst();
        assertThat(anomaly.first()).isEqualTo(LocalDate.of(2026, 8, 24));
        assertThat(anomaly.last()).isEqualTo(LocalDate.of(2026, 10, 3));
        assertThat(anomaly.impact()).isEqualByComparingTo("120");
        assertThat(anomaly.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.usageType()).isEqualTo("Requests-Tier1");
            assertThat(cause.contribution()).isEqualByComparingTo("100");
        });
    }

    @Test
    void commitmentsAreKeptByMonthWithWhatToBuy() throws Exception {
        desk.pull(ADVICE, SINCE, NOW);
        assertThat(current(Kind.SAVINGS_PLANS_USE))
                .containsExactly(new CommitmentUse(
                        Commitment.SAVINGS_PLANS,
                        YearMonth.of(2026, 10),
                        usd("91.5"),
                        usd("744"),
                        usd("680.76"),
                        usd("210.1")));
        assertThat(current(Kind.SAVINGS_PLANS_COVERAGE))
                .extracting(advice -> ((CommitmentCoverage) advice).month())
                .containsExactly(YearMonth.of(2026, 9), YearMonth.of(2026, 10));
        assertThat(current(Kind.RESERVATIONS_USE))
                .singleElement()
                .satisfies(
                        advice -> assertThat(((CommitmentUse) advice).saving()).isEqualByComparingTo("-3.5"));
        assertThat(current(Kind.RESERVATIONS_COVERAGE))
                .containsExactly(new CommitmentCoverage(
                        Commitment.RESERVATIONS, YearMonth.of(2026, 10), usd("25"), usd("1488"), usd("512.3")));
        assertThat(current(Kind.SAVINGS_PLANS_PURCHASE))
                .extracting(advice -> ((PurchaseAdvice) advice).term())
                .containsExactlyInAnyOrder("ONE_YEAR", "THREE_YEARS");
        PurchaseAdvice bought =
                (PurchaseAdvice) current(Kind.RESERVATIONS_PURCHASE).getFirst();
        assertThat(bought.what()).isEqualTo("m6a.large Linux/UNIX shared");
        assertThat(bought.count()).isEqualByComparingTo("3");
        assertThat(bought.upfront()).isNull();
        assertThat(bought.breakEvenMonths()).isNull();
        assertThat(bought.payment()).isEqualTo("NO_UPFRONT");
    }

    @Test
    void budgetsComePageByPageAndChangesAreTold() throws Exception {
        desk.pull(ADVICE, SINCE, NOW);
        assertThat(current(Kind.BUDGET))
                .containsExactly(
                        new BudgetState("planned", "COST", "MONTHLY", Covers.PART, null, null, null, ""),
                        new BudgetState(
                                "whole", "COST", "MONTHLY", Covers.ALL, usd("1000"), usd("700.5"), usd("1080"), "USD"));
        said.limit("1200");
        PullReport report = desk.pull(ADVICE, SINCE, LATER);
        assertThat(report.kept())
                .filteredOn(kept -> kept.format().equals("budget"))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.rows()).isEqualTo(2);
                    assertThat(kept.accepted()).isEqualTo(1);
                });
        assertThat(desk.workspace().advice().current(Kind.BUDGET))
                .extracting(AdviceLog.Entry::told, AdviceLog.Entry::asked)
                .containsExactly(tuple(NOW, LATER), tuple(LATER, LATER));
        assertThat(desk.workspace().advice().history(Kind.BUDGET)).hasSize(3);
    }

    @Test
    void whatIsNoLongerSaidNoLongerHolds() throws Exception {
        desk.pull(ADVICE, SINCE, NOW);
        said.servers().remove("i-large");
        desk.pull(ADVICE, SINCE, LATER);
        assertThat(current(Kind.SERVER_SIZE))
                .extracting(ProviderAdvice::subject)
                .containsExactly("i-fits");
        assertThat(desk.workspace().advice().history(Kind.SERVER_SIZE)).hasSize(2);
    }

    @Test
    void thePriceIsToldAndPaidByThePage() throws Exception {
        try (AwsPull pull = desk.plan(ADVICE, SINCE, NOW)) {
            assertThat(pull.expected().usd()).isEqualByComparingTo("0.11");
            assertThat(desk.asked("GetAnomalies")).isZero();
            PullReport report = pull.run(PullListener.none());
            // one page more, of the coverage by savings plans; the two forecasts fail, which is free
            assertThat(report.usage().entrySet().stream()
                            .filter(entry -> entry.getKey().startsWith("ce:"))
                            .map(entry -> entry.getValue().usd())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("0.10");
        }
    }

    @Test
    void whatIsDeniedIsListedAndTheRestGoesOn() throws Exception {
        desk.aws()
                .on(
                        "budgets",
                        "DescribeBudgets",
                        DescribeBudgetsRequest::builder,
                        (DescribeBudgetsRequest request, Call call) -> {
                            throw new Fault(400, "AccessDeniedException", "no");
                        })
                .on(
                        "compute-optimizer",
                        "GetEC2InstanceRecommendations",
                        GetEc2InstanceRecommendationsRequest::builder,
                        (GetEc2InstanceRecommendationsRequest request, Call call) -> {
                            throw new Fault(403, "OptInRequiredException", "opt in");
                        })
                .on(
                        "ce",
                        "GetSavingsPlansUtilization",
                        GetSavingsPlansUtilizationRequest::builder,
                        (GetSavingsPlansUtilizationRequest request, Call call) -> {
                            throw new Fault(400, "DataUnavailableException", "no savings plans");
                        });
        PullReport report = desk.pull(ADVICE, SINCE, NOW);
        assertThat(report.end()).isEmpty();
        assertThat(report.missing())
                .extracting(PullReport.Missing::reason)
                .containsExactlyInAnyOrder(Reason.DENIED, Reason.NOT_SWITCHED_ON);
        assertThat(report.missing())
                .anySatisfy(missing -> assertThat(missing.sentence()).contains("budgets:ViewBudget"))
                .anySatisfy(missing -> assertThat(missing.sentence()).contains("opt in"));
        assertThat(current(Kind.SAVINGS_PLANS_USE)).isEmpty();
        assertThat(current(Kind.ANOMALY)).hasSize(1);
    }

    @Test
    void slowingDownIsObeyed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        desk.aws().on("ce", "GetAnomalies", GetAnomaliesRequest::builder, (GetAnomaliesRequest request, Call call) -> {
            calls.incrementAndGet();
            throw new Fault(400, calls.get() < 3 ? "LimitExceededException" : "DataUnavailableException", "x");
        });
        assertThat(desk.pull(ADVICE, SINCE, NOW).missing()).isEmpty();
        assertThat(calls).hasValue(3);
    }

    @Test
    void anExpiredLoginEndsThePull() throws Exception {
        desk.aws().on("ce", "GetAnomalies", GetAnomaliesRequest::builder, (GetAnomaliesRequest request, Call call) -> {
            throw Fault.expired();
        });
        PullReport report = desk.pull(ADVICE, SINCE, NOW);
        assertThat(report.end())
                .hasValueSatisfying(end -> assertThat(end.code()).isEqualTo("HR-4002"));
        assertThat(current(Kind.RIGHTSIZING)).hasSize(1);
    }

    @Test
    void forecastsOfEveryDayStayToBeScored() throws Exception {
        desk.aws()
                .on(
                        "ce",
                        "GetCostForecast",
                        GetCostForecastRequest::builder,
                        (GetCostForecastRequest request, Call call) -> forecast(request));
        desk.pull(ADVICE, SINCE, NOW);
        desk.pull(ADVICE, SINCE, LATER);
        assertThat(current(Kind.FORECAST_BY_DAY))
                .extracting(ProviderAdvice::subject)
                .containsExactly("2026-11-22", "2026-11-23");
        CostForecast first = (CostForecast) current(Kind.FORECAST_BY_DAY).getFirst();
        assertThat(first.levelPercent()).isEqualTo(80);
        assertThat(first.currency()).isEqualTo("USD");
        assertThat(first.steps())
                .containsExactly(new CostForecast.Step(
                        LocalDate.of(2026, 11, 22), LocalDate.of(2027, 2, 22), usd("10.5"), usd("9.25"), usd("11.75")));
        CostForecast months = (CostForecast) current(Kind.FORECAST_BY_MONTH).getFirst();
        assertThat(months.steps().getFirst().until()).isEqualTo(LocalDate.of(2028, 5, 1));
    }

    /// One step over everything that was asked for, refused where the documentation does.
    private static GetCostForecastResponse forecast(GetCostForecastRequest request) throws Fault {
        LocalDate from = LocalDate.parse(request.timePeriod().start());
        LocalDate until = LocalDate.parse(request.timePeriod().end());
        int months = request.granularity() == Granularity.DAILY ? 3 : 18;
        if (from.isBefore(LocalDate.of(2026, 11, 22)) || until.isAfter(from.plusMonths(months))) {
            throw new Fault(400, "ValidationException", "not as documented");
        }
        return GetCostForecastResponse.builder()
                .total(total -> total.amount("10.5").unit("USD"))
                .forecastResultsByTime(ForecastResult.builder()
                        .timePeriod(request.timePeriod())
                        .meanValue("10.5")
                        .predictionIntervalLowerBound("9.25")
                        .predictionIntervalUpperBound("11.75")
                        .build())
                .build();
    }
}
