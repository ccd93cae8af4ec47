package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.commitment.CommitmentCount;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.storage.source.aws.AwsPlanRates;
import dev.headroom.storage.source.aws.AwsPrices;
import dev.headroom.storage.source.price.PlanRate;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.ReservedPrice;
import dev.headroom.storage.source.price.ShippedRates;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulledPlanRatesTest {
    private static final Instant PULLED = Instant.parse("2026-11-20T10:00:00Z");
    private static final String REGION = "us-east-1";
    private static final String HEAD = "ProviderName,BilledCost,EffectiveCost,ListCost,ContractedCost,BillingCurrency,"
            + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,RegionId,ResourceId,SkuId\n";

    @TempDir
    Path folder;

    /// A day: 240 of m5 and 96 of c6i in the pulled region, 64 of r5 in another.
    @BeforeEach
    void fill() throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.of(2026, 9, 1).plusDays(i);
            usage(rows, day, 240, "us-east-1", "i-1,BoxUsage:m5.large");
            usage(rows, day, 96, "us-east-1", "i-2,BoxUsage:c6i.large");
            usage(rows, day, 64, "eu-west-1", "i-3,EU-BoxUsage:r5.large");
        }
        Path bill = Files.writeString(folder.resolve("bill.csv"), rows);
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            new ImportData(workspace, Clock.fixed(PULLED, ZoneOffset.UTC)).run(List.of(bill), Progress.NONE);
        }
    }

    private static void usage(StringBuilder rows, LocalDate day, int cost, String region, String what) {
        String amounts = ("," + cost).repeat(4);
        rows.append("AWS").append(amounts).append(",USD,").append(day).append("T00:00:00Z,");
        rows.append(day.plusDays(1)).append("T00:00:00Z,Usage,Amazon Elastic Compute Cloud,");
        rows.append(region).append(',').append(what).append('\n');
    }

    private static InstanceShape shape(String type, String hour) {
        return new InstanceShape(
                type,
                type.split("\\.")[0],
                2,
                8,
                "amd64",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                true,
                REGION,
                Optional.of(Money.of(hour, "USD")));
    }

    private static PriceList machines() {
        return PriceList.machines(
                "AWS",
                REGION,
                CurrencyCode.USD,
                AwsPrices.SOURCE,
                Optional.empty(),
                List.of(shape("m5.large", "0.100"), shape("m5.xlarge", "0.200"), shape("c6i.large", "0.080")),
                List.of(new ReservedPrice(
                        "m5.large",
                        CommitmentTerm.ONE_YEAR,
                        Payment.NO_UPFRONT,
                        BigDecimal.ZERO,
                        new BigDecimal("0.060"))),
                Map.of());
    }

    /// Under the plan for all compute m5 saves 25 % and 26 %, c6i 30 %; under that of its family m5 saves 35 %.
    private static PriceList plans() {
        return PriceList.savingsPlans(
                "AWS",
                REGION,
                CurrencyCode.USD,
                AwsPlanRates.SOURCE,
                List.of(
                        plan(CommitmentKind.COMPUTE_SAVINGS_PLAN, "m5.large", "0.075"),
                        plan(CommitmentKind.COMPUTE_SAVINGS_PLAN, "m5.xlarge", "0.148"),
                        plan(CommitmentKind.COMPUTE_SAVINGS_PLAN, "c6i.large", "0.056"),
                        plan(CommitmentKind.COMPUTE_SAVINGS_PLAN, "x9.unpriced", "0.010"),
                        plan(CommitmentKind.INSTANCE_SAVINGS_PLAN, "m5.large", "0.065")));
    }

    private static PlanRate plan(CommitmentKind kind, String type, String hour) {
        return new PlanRate(
                new PlanRate.Offer(kind, type, CommitmentTerm.ONE_YEAR, Payment.NO_UPFRONT), new BigDecimal(hour));
    }

    private static CommitmentReport advise(OpenWorkspace workspace, Optional<Path> rates) throws UseCaseException {
        AdviseCommitments.Request usual = AdviseCommitments.Request.usual();
        return new AdviseCommitments(workspace)
                .run(
                        new AdviseCommitments.Request(
                                usual.term(),
                                usual.posture(),
                                rates,
                                usual.ends(),
                                usual.hourly(),
                                usual.knownOn(),
                                usual.seed()),
                        Optional.empty(),
                        Progress.NONE);
    }

    private static CommitmentRate rate(CommitmentReport report, CommitmentKind kind, String pool) {
        return report.advice().getFirst().options().stream()
                .filter(option ->
                        option.rate().kind() == kind && option.pool().words().equals(pool))
                .map(PurchaseOption::rate)
                .filter(rate -> rate.term() == CommitmentTerm.ONE_YEAR && rate.payment() == Payment.NO_UPFRONT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void savingsPlansAreAdvisedAtThePulledRatesOfTheirRegion() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            workspace.storage().prices().put(machines(), PULLED);
            workspace.storage().prices().put(plans(), PULLED);
            CommitmentReport report = advise(workspace, Optional.empty());
            CommitmentRate compute = rate(report, CommitmentKind.COMPUTE_SAVINGS_PLAN, "all compute of AWS");
            // (240 x 25 + 96 x 30 + 64 x 27 assumed) / 400, and 64 of 400 are 16 %.
            assertThat(compute.discountPercent()).isEqualByComparingTo("26.52");
            assertThat(compute.asOf()).isEqualTo(LocalDate.of(2026, 11, 20));
            assertThat(compute.sourceWords())
                    .isEqualTo(
                            "AWS Savings Plans rates us-east-1, weighted by the usage of 30 days, 16 % of it assumed");
            CommitmentRate family = rate(report, CommitmentKind.INSTANCE_SAVINGS_PLAN, "m5 in us-east-1");
            assertThat(family.discountPercent()).isEqualByComparingTo("35");
            assertThat(family.sourceWords()).isEqualTo("AWS Savings Plans rates us-east-1");
            assertThat(rate(report, CommitmentKind.INSTANCE_SAVINGS_PLAN, "r5 in eu-west-1")
                            .sourceWords())
                    .contains("typical");
            assertThat(report.rateWords())
                    .isEqualTo("Rates of pulled lists: compute savings plan by AWS Savings Plans rates us-east-1,"
                            + " weighted by the usage of 30 days, 16 % of it assumed, as of 2026-11-20; instance savings"
                            + " plan in us-east-1 by AWS Savings Plans rates, as of 2026-11-20; standard reservation in"
                            + " us-east-1 by AWS Price List, as of 2026-11-20; all other rates are typical discounts,"
                            + " assumed by Headroom, as of 2025-01-01; state your own with --rates.");
            assertThat(report.rateBasis(LocalDate::toString))
                    .isEqualTo("AWS Price List, AWS Savings Plans rates of 2026-11-20 (us-east-1) and assumed typical"
                            + " discounts of 2025-01-01");
        }
    }

    @Test
    void reservationsAreAssumedOnlyWhereNoneWerePulled() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            workspace.storage().prices().put(machines(), PULLED);
            List<CommitmentRate> rates = known(workspace);
            assertThat(reservations(rates, "us-east-1", "m5")).singleElement().satisfies(rate -> {
                assertThat(rate.discountPercent()).isEqualByComparingTo("40");
                assertThat(rate.sourceWords()).isEqualTo("AWS Price List us-east-1");
            });
            assertThat(reservations(rates, "us-east-1", "c6i"))
                    .as("the list has none")
                    .isEmpty();
            assertThat(reservations(rates, "eu-west-1", "r5"))
                    .hasSize(6)
                    .allMatch(rate -> rate.source().contains("typical"));
            assertThat(rates)
                    .as("another provider keeps its assumptions")
                    .anyMatch(rate -> rate.provider().equals("Microsoft")
                            && rate.kind() == CommitmentKind.STANDARD_RESERVATION
                            && rate.region().isEmpty());
        }
    }

    private static List<CommitmentRate> known(OpenWorkspace workspace) throws UseCaseException {
        CommitmentCount count = new CommitmentCount();
        KnownBills.at(workspace, Optional.empty()).forEach(count::add);
        return KnownRates.of(workspace.storage().prices(), count.history().orElseThrow());
    }

    private static List<CommitmentRate> reservations(List<CommitmentRate> rates, String region, String family) {
        UsagePool pool = new UsagePool("AWS", CurrencyCode.USD, region, family);
        return rates.stream()
                .filter(rate -> rate.kind() == CommitmentKind.STANDARD_RESERVATION && rate.fits(pool))
                .toList();
    }

    @Test
    void withoutListsAndAfterThoseOfAnotherRegionPlansAreAssumed() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            List<CommitmentRate> assumed = known(workspace);
            assertThat(assumed).isEqualTo(ShippedRates.load());
            PriceList elsewhere =
                    PriceList.savingsPlans("AWS", "ap-south-1", CurrencyCode.USD, AwsPlanRates.SOURCE, plans().plans());
            workspace.storage().prices().put(elsewhere, PULLED);
            assertThat(known(workspace))
                    .as("no on-demand price to compare with")
                    .isEqualTo(assumed);
        }
    }

    @Test
    void statedRatesWin() throws Exception {
        Path stated = Files.writeString(folder.resolve("rates.csv"), """
                provider,kind,term,payment,discount_percent,as_of
                AWS,compute-sp,1y,none,31,2026-11-01
                """);
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            workspace.storage().prices().put(machines(), PULLED);
            workspace.storage().prices().put(plans(), PULLED);
            CommitmentReport report = advise(workspace, Optional.of(stated));
            assertThat(report.rates())
                    .singleElement()
                    .satisfies(rate -> assertThat(rate.discountPercent()).isEqualByComparingTo("31"));
        }
    }
}
