package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.InventedFleet;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.storage.advice.BudgetState;
import dev.headroom.storage.advice.BudgetState.Covers;
import dev.headroom.storage.advice.CommitmentCoverage;
import dev.headroom.storage.advice.CommitmentUse;
import dev.headroom.storage.advice.CostAnomaly;
import dev.headroom.storage.advice.CostForecast;
import dev.headroom.storage.advice.ProviderAdvice;
import dev.headroom.storage.advice.ProviderAdvice.Commitment;
import dev.headroom.storage.advice.PurchaseAdvice;
import dev.headroom.storage.advice.ServerSizeAdvice;
import dev.headroom.storage.cache.AdviceLog;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsAdviceTest {
    private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");
    private static final String PAYER = "111122223333";
    private static final FleetRightsizing OURS =
            InventedFleet.rightsizing(SizingPolicy.standard(), Decisions.none(LocalDate.of(2026, 5, 10)));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private OpenWorkspace workspace;

    @BeforeEach
    void open() throws UseCaseException {
        workspace = OpenWorkspace.at(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void say(ProviderAdvice... all) {
        workspace
                .storage()
                .advice()
                .replace(new AdviceLog.Origin(all[0].kind(), PAYER, "us-east-1"), List.of(all), NOW);
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }

    private static ServerSizeAdvice size(Recommendation ours, String finding, List<String> types) {
        return new ServerSizeAdvice(
                ServerSizeAdvice.Source.COMPUTE_OPTIMIZER,
                ours.server().id(),
                "name",
                ours.from().map(InstanceShape::instanceType).orElse(""),
                finding,
                List.of(),
                usd("14"),
                types.stream()
                        .map(type -> new ServerSizeAdvice.Option(type, usd("1"), "VeryLow", usd("12.5"), null, "USD"))
                        .toList(),
                null,
                "USD");
    }

    private static List<Recommendation> ours(String action) {
        return OURS.recommendations().stream()
                .filter(recommendation -> recommendation.action().equals(action))
                .toList();
    }

    @Test
    void oursStandsBesideTheirsServerByServer() throws Exception {
        Recommendation same = ours("resize").get(0);
        Recommendation other = ours("resize").get(1);
        Recommendation against = ours("keep").get(0);
        say(
                size(same, "Overprovisioned", List.of(same.to().orElseThrow().instanceType(), "t3.nano")),
                size(other, "OVER_PROVISIONED", List.of("t3.nano")),
                size(against, "Underprovisioned", List.of("m6a.48xlarge")),
                new ServerSizeAdvice(
                        ServerSizeAdvice.Source.COMPUTE_OPTIMIZER,
                        "i-unknown",
                        "",
                        "m5.large",
                        "Optimized",
                        List.of(),
                        null,
                        List.of(new ServerSizeAdvice.Option("m6i.large", null, "", null, null, "USD")),
                        null,
                        "USD"));
        List<SizeBeside> sizes = new AwsAdvice(workspace).sizes(OURS);
        assertThat(sizes.stream().flatMap(size -> size.theirs().stream()))
                .hasSize(4)
                .allSatisfy(said -> assertThat(said.asked()).isEqualTo(NOW));
        assertThat(of(sizes, same.server().id()).agreement()).isEqualTo(SizeBeside.Agreement.SAME);
        assertThat(of(sizes, same.server().id()).ourSaving()).isEqualTo(same.monthlySavingGross());
        assertThat(of(sizes, other.server().id()).agreement()).isEqualTo(SizeBeside.Agreement.SAME_DIRECTION);
        assertThat(of(sizes, against.server().id()).agreement()).isEqualTo(SizeBeside.Agreement.ONE_KEEPS);
        SizeBeside unknown = of(sizes, "i-unknown");
        assertThat(unknown.agreement()).isEqualTo(SizeBeside.Agreement.AWS_ONLY);
        assertThat(unknown.theirs().orElseThrow().action()).isEqualTo("keep");
        assertThat(unknown.theirSaving()).isEmpty();
    }

    @Test
    void whatOneSaysAloneAndTheOppositeOfTheOtherAreToldApart() throws Exception {
        Recommendation shrink = ours("resize").get(0);
        Recommendation alone = ours("resize").get(1);
        say(size(shrink, "Underprovisioned", List.of("m6a.48xlarge")));
        List<SizeBeside> sizes = new AwsAdvice(workspace).sizes(OURS);
        assertThat(of(sizes, shrink.server().id()).agreement()).isEqualTo(SizeBeside.Agreement.OPPOSITE);
        assertThat(of(sizes, alone.server().id()).agreement()).isEqualTo(SizeBeside.Agreement.OURS_ONLY);
        assertThat(of(sizes, alone.server().id()).theirs()).isEmpty();
        assertThat(sizes)
                .as("what Headroom would keep and AWS does not speak about is left out")
                .hasSize(ours("resize").size() + ours("stop").size());
    }

    @Test
    void aServerThatTwoServicesSpeakAboutCountsOnceAsComputeOptimizerSeesIt() throws Exception {
        Recommendation one = ours("resize").get(0);
        say(size(one, "Overprovisioned", List.of("t3.nano")));
        say(new ServerSizeAdvice(
                ServerSizeAdvice.Source.COST_EXPLORER,
                one.server().id(),
                "",
                "m5.large",
                "TERMINATE",
                List.of("CPU_OVER_PROVISIONED", "EBS_IOPS_OVER_PROVISIONED"),
                null,
                List.of(),
                usd("70"),
                "USD"));
        List<SizeBeside> both = new AwsAdvice(workspace)
                .sizes(OURS).stream().filter(size -> size.theirs().isPresent()).toList();
        assertThat(both).extracting(SizeBeside::source).containsExactly("compute-optimizer", "cost-explorer");
        assertThat(SizeBeside.once(both)).extracting(SizeBeside::source).containsExactly("compute-optimizer");
        SizeSaid stop = both.getLast().theirs().orElseThrow();
        assertThat(stop.action()).isEqualTo("stop");
        assertThat(stop.money()).contains(Money.of("70", "USD"));
        assertThat(stop.reasons()).containsExactly("CPU overprovisioned", "EBS IOPS overprovisioned");
    }

    private static SizeBeside of(List<SizeBeside> sizes, String server) {
        return sizes.stream()
                .filter(size -> size.server().equals(server))
                .findFirst()
                .orElseThrow();
    }

    /// A bill of [#PAYER]: 100 USD a day, 60 at weekends.
    private void bill(LocalDate first, LocalDate last, Instant loaded) throws Exception {
        List<String> rows = new ArrayList<>(List.of("BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,"
                + "ChargePeriodEnd,ChargeCategory,ServiceName,ProviderName,BillingAccountId,SubAccountId,ResourceId"));
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            int cost = cost(day);
            rows.add(cost + "," + cost + ",USD," + day + "T00:00:00Z," + day + "T23:00:00Z,Usage,EC2,AWS," + PAYER
                    + ",11,i-1");
        }
        Path file = Files.write(folder.resolve("bill-" + first + ".csv"), rows);
        new ImportData(workspace, Clock.fixed(loaded, ZoneOffset.UTC)).run(List.of(file), Progress.NONE);
    }

    private static int cost(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5 ? 60 : 100;
    }

    @Test
    void budgetsStandBesideTheExpectedMonthWhereBothMeanTheSame() throws Exception {
        bill(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 9), NOW);
        say(
                new BudgetState("low", "COST", "MONTHLY", Covers.ALL, usd("2000"), usd("800"), usd("2700"), "USD"),
                new BudgetState("high", "COST", "MONTHLY", Covers.ALL, usd("9000"), null, null, "USD"),
                new BudgetState("part", "COST", "MONTHLY", Covers.PART, usd("10"), usd("5"), usd("9"), "USD"),
                new BudgetState("year", "COST", "ANNUALLY", Covers.ALL, usd("10"), null, null, "USD"));
        FleetCost cost = new ForecastCost(workspace).run(new CostQuery(Scope.ALL, CostBasis.BILLED));
        List<BudgetBeside> budgets = new AwsAdvice(workspace).budgets(cost);
        assertThat(budgets).extracting(BudgetBeside::name).containsExactly("high", "low", "part", "year");
        assertThat(budgets)
                .extracting(BudgetBeside::expected)
                .containsExactly(
                        BudgetBeside.Outlook.HOLDS,
                        BudgetBeside.Outlook.BREAKS,
                        BudgetBeside.Outlook.UNKNOWN,
                        BudgetBeside.Outlook.UNKNOWN);
        assertThat(budgets)
                .extracting(BudgetBeside::theirs)
                .containsExactly(
                        BudgetBeside.Outlook.UNKNOWN,
                        BudgetBeside.Outlook.BREAKS,
                        BudgetBeside.Outlook.HOLDS,
                        BudgetBeside.Outlook.UNKNOWN);
    }

    @Test
    void useAndCoverageOfAMonthAreOneRow() throws Exception {
        say(new CommitmentUse(
                Commitment.SAVINGS_PLANS, YearMonth.of(2026, 4), usd("91.5"), usd("744"), usd("680"), usd("210")));
        say(
                new CommitmentCoverage(
                        Commitment.SAVINGS_PLANS, YearMonth.of(2026, 3), usd("39"), usd("390"), usd("610")),
                new CommitmentCoverage(
                        Commitment.SAVINGS_PLANS, YearMonth.of(2026, 4), usd("40"), usd("400"), usd("600")));
        assertThat(new AwsAdvice(workspace).commitments())
                .containsExactly(
                        new CommitmentMonth(
                                PAYER,
                                "savings-plans",
                                YearMonth.of(2026, 3),
                                Optional.empty(),
                                Optional.of(usd("39")),
                                Optional.empty(),
                                Optional.of(usd("610"))),
                        new CommitmentMonth(
                                PAYER,
                                "savings-plans",
                                YearMonth.of(2026, 4),
                                Optional.of(usd("91.5")),
                                Optional.of(usd("40")),
                                Optional.of(usd("210")),
                                Optional.of(usd("600"))));
    }

    @Test
    void everythingIsToldInWords() throws Exception {
        say(new PurchaseAdvice(
                Commitment.RESERVATIONS,
                "m6a.large Linux/UNIX shared",
                "11",
                "eu-central-1",
                "ONE_YEAR",
                "NO_UPFRONT",
                "THIRTY_DAYS",
                null,
                usd("3"),
                null,
                usd("45.5"),
                null,
                null,
                null,
                "USD"));
        say(new CostAnomaly(
                "a-1",
                LocalDate.of(2026, 4, 2),
                null,
                "EC2",
                usd("120"),
                usd("150"),
                usd("30"),
                null,
                List.of(new CostAnomaly.Cause("EC2", "11", "eu-central-1", "Box", usd("100")))));
        assertThat(new AwsAdvice(workspace).all())
                .extracting(AwsSaid::words)
                .containsExactly(
                        "3.00 of m6a.large Linux/UNIX shared, ONE_YEAR NO_UPFRONT: saves 45.50 USD a month, by usage of"
                                + " THIRTY_DAYS",
                        "2026-04-02: 150.00 instead of 30.00; most of it EC2 11 eu-central-1 Box");
    }

    private static CostForecast forecast(LocalDate asOf, int days, double mean, double half) {
        List<CostForecast.Step> steps = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            steps.add(new CostForecast.Step(
                    asOf.plusDays(i),
                    asOf.plusDays(i + 1),
                    BigDecimal.valueOf(mean),
                    BigDecimal.valueOf(mean - half),
                    BigDecimal.valueOf(mean + half)));
        }
        return new CostForecast(CostForecast.Span.DAY, asOf, "UNBLENDED_COST", 80, "USD", steps);
    }

    @Test
    void forecastsOfAwsAndOursAreScoredOnTheSameDaysFromWhatWasKnownThen() throws Exception {
        LocalDate asOf = LocalDate.of(2026, 4, 1);
        bill(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), Instant.parse("2026-04-01T06:00:00Z"));
        workspace
                .storage()
                .advice()
                .add(
                        new AdviceLog.Origin(ProviderAdvice.Kind.FORECAST_BY_DAY, PAYER, "us-east-1"),
                        List.of(forecast(asOf, 30, 90, 5)),
                        Instant.parse("2026-04-01T07:00:00Z"));
        assertThat(new ScoreRivals(workspace).run()).isEmpty();
        bill(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 17), Instant.parse("2026-04-18T06:00:00Z"));
        // Due are 1 to 14 April: ten days of 100 and four of 60, all told as 90 by AWS
        assertThat(new ScoreRivals(workspace).run()).singleElement().satisfies(rival -> {
            assertThat(rival.asOf()).isEqualTo(asOf);
            assertThat(rival.days()).isEqualTo(14);
            assertThat(rival.theirs().error()).isEqualTo((10 * 10 + 4 * 30) / 1240.0);
            assertThat(rival.theirs().coverage()).isZero();
            assertThat(rival.ours())
                    .hasValueSatisfying(ours -> assertThat(ours.error()).isLessThan(0.02));
        });
    }

    @Test
    void nothingIsScoredForAnotherPayer() throws Exception {
        bill(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 17), NOW);
        workspace
                .storage()
                .advice()
                .add(
                        new AdviceLog.Origin(ProviderAdvice.Kind.FORECAST_BY_DAY, "999", "us-east-1"),
                        List.of(forecast(LocalDate.of(2026, 4, 1), 30, 90, 5)),
                        NOW);
        assertThat(new ScoreRivals(workspace).run()).isEmpty();
    }
}
