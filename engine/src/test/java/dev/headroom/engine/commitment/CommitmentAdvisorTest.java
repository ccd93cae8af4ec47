package dev.headroom.engine.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitmentAdvisorTest {
    private static final CommitmentKind PLAN = CommitmentKind.COMPUTE_SAVINGS_PLAN;
    private static final CommitmentRate USUAL = Usage.rate(PLAN, CommitmentTerm.ONE_YEAR, Payment.NO_UPFRONT, "30");
    private static final CommitmentRate UPFRONT = Usage.rate(PLAN, CommitmentTerm.ONE_YEAR, Payment.ALL_UPFRONT, "40");
    private static final CommitmentRate LONG = Usage.rate(PLAN, CommitmentTerm.THREE_YEARS, Payment.NO_UPFRONT, "50");
    private static final List<CommitmentRate> RATES = List.of(LONG, UPFRONT, USUAL);

    private static CommitmentAdvice advice(CommitmentTerm term, double smaller, double... perHour) {
        return new CommitmentAdvisor(term, Posture.CAREFUL)
                .advise(Usage.forecast(Usage.of(Usage.level(1_095, perHour))), List.of(), RATES, smaller);
    }

    @Test
    void aYearWithoutUpfrontComesBeforeWhatSavesMoreOnPaper() {
        CommitmentAdvice advice = advice(CommitmentTerm.ONE_YEAR, 0, 10);
        assertThat(advice.recommended().orElseThrow().rate()).isEqualTo(USUAL);
        assertThat(advice.options())
                .extracting(PurchaseOption::verdict)
                .containsExactly(Verdict.RECOMMENDED, Verdict.ALTERNATIVE, Verdict.ALTERNATIVE);
        assertThat(advice.options())
                .allSatisfy(option -> assertThat(option.reason()).isNotBlank());
        assertThat(advice(CommitmentTerm.THREE_YEARS, 0, 10)
                        .recommended()
                        .orElseThrow()
                        .rate())
                .isEqualTo(LONG);
    }

    /// 10 an hour on demand for a year of 8,760 hours at 30 %: costs 61,320 and saves 26,280; upfront at 40
    /// %: 52,560.
    @Test
    void figuresWorkedByHand() {
        CommitmentAdvice advice = advice(CommitmentTerm.ONE_YEAR, 0, 10);
        PurchaseOption option = advice.recommended().orElseThrow();
        assertThat(option.commitmentHour().amount()).isEqualByComparingTo("7");
        assertThat(option.expectedSaving().amount()).isEqualByComparingTo("26280");
        assertThat(option.badCaseSaving().amount()).isEqualByComparingTo("26280");
        assertThat(option.expectedSavingMonth().amount()).isEqualByComparingTo("2190");
        assertThat(option.unusedProbability()).isZero();
        assertThat(option.coverage().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(option.breakEvenMonths().orElseThrow()).isZero();
        // 61,320 / 240 a day = 255.5 days of 30.417 a month.
        assertThat(option.safeMonths().orElseThrow()).isCloseTo(256 / (365.0 / 12), within(1e-9));
        PurchaseOption upfront = advice.options().stream()
                .filter(one -> one.rate().equals(UPFRONT))
                .findFirst()
                .orElseThrow();
        assertThat(upfront.upfront().amount()).isEqualByComparingTo("52560");
        // 52,560 / 240 a day = 219 days.
        assertThat(upfront.breakEvenMonths().orElseThrow()).isCloseTo(219 / (365.0 / 12), within(1e-9));
    }

    @Test
    void withoutUsageNothingIsBought() {
        CommitmentAdvice advice = advice(CommitmentTerm.ONE_YEAR, 0, 0);
        assertThat(advice.recommended()).isEmpty();
        assertThat(advice.ladder()).isEmpty();
        assertThat(advice.options()).allSatisfy(option -> {
            assertThat(option.verdict()).isEqualTo(Verdict.REJECTED);
            assertThat(option.reason()).contains("no size saves");
        });
    }

    @Test
    void theFrontierHoldsNoPointThatAnotherBeatsInBoth() {
        double[] futures = new double[50];
        for (int i = 0; i < futures.length; i++) {
            futures[i] = 2 + 0.3 * i;
        }
        List<FrontierPoint> points = advice(CommitmentTerm.ONE_YEAR, 0, futures).frontier();
        List<FrontierPoint> best =
                points.stream().filter(FrontierPoint::efficient).toList();
        assertThat(best).isNotEmpty().hasSizeLessThan(points.size());
        for (FrontierPoint point : best) {
            assertThat(points)
                    .noneMatch(other -> other.expectedMonth().compareTo(point.expectedMonth()) > 0
                            && other.badCaseMonth().compareTo(point.badCaseMonth()) > 0);
        }
    }

    @Test
    void savingsOfRightsizingAndCommitmentDoNotAddUp() {
        OrderComparison orders = advice(CommitmentTerm.ONE_YEAR, 4, 10).orders().orElseThrow();
        double year = 8_760;
        assertThat(orders.commitmentAlone().amount().doubleValue()).isCloseTo(3 * year, within(0.01));
        assertThat(orders.rightsizingAlone().amount().doubleValue()).isCloseTo(4 * year, within(0.01));
        assertThat(orders.addedUp().amount().doubleValue()).isCloseTo(7 * year, within(0.01));
        // Bought first for 10 an hour, 6 are used: 10 on demand before, 7 for the commitment after.
        assertThat(orders.commitFirst().expectedSaving().amount().doubleValue()).isCloseTo(3 * year, within(0.01));
        assertThat(orders.commitFirst().unusedShare()).isCloseTo(0.4, within(1e-9));
        // Shrunk to 6 first: 10 before, 6 x 0.7 after.
        assertThat(orders.rightsizeFirst().expectedSaving().amount().doubleValue())
                .isCloseTo(5.8 * year, within(0.01));
    }

    @Test
    void aLadderIsBoughtOnOnlyWhereTheUsageStillCarriesIt() {
        double[] steady = new double[1_095];
        double[] falling = new double[1_095];
        java.util.Arrays.fill(steady, 240);
        java.util.Arrays.fill(falling, 0, 60, 240);
        java.util.Arrays.fill(falling, 60, falling.length, 60);
        PoolForecast forecast = Usage.forecast(Usage.of(Usage.paths(steady, falling)));
        Ladder ladder = Ladder.of(forecast, USUAL, 10, 4, 91);
        assertThat(ladder.parts()).extracting(Ladder.Part::probability).containsExactly(1.0, 0.5, 0.5, 0.5);
        assertThat(ladder.parts()).extracting(Ladder.Part::ends).doesNotHaveDuplicates();
        assertThat(ladder.parts().getFirst().commitmentHour().amount()).isEqualByComparingTo("1.75");
        // Steady: 91 days each at 2.5, 5 and 7.5, 92 at 10. Falling: 2.5 throughout, used by 2.5 an hour.
        double steadySaving = 0.3 * 24 * (91 * (2.5 + 5 + 7.5) + 92 * 10);
        double fallingSaving = 0.3 * 24 * 365 * 2.5;
        assertThat(ladder.expectedSaving().amount().doubleValue())
                .isCloseTo((steadySaving + fallingSaving) / 2, within(0.01));
        CommitmentSizer.Sized once = new CommitmentSizer(forecast.usage(), 365).at(10, 0.3);
        assertThat(ladder.badCaseSaving().amount().doubleValue()).isGreaterThan(once.badCase());
    }

    @Test
    void aRateForARegionHoldsInItOnly() {
        CommitmentRate all =
                Usage.rate(CommitmentKind.STANDARD_RESERVATION, CommitmentTerm.ONE_YEAR, Payment.NO_UPFRONT, "36");
        CommitmentRate here = all.in("eu-west-1");
        List<CommitmentRate> rates = List.of(all, here);
        assertThat(CommitmentAdvisor.fitting(rates, new UsagePool("AWS", CurrencyCode.USD, "eu-west-1", "m5")))
                .containsExactly(here);
        assertThat(CommitmentAdvisor.fitting(rates, new UsagePool("AWS", CurrencyCode.USD, "us-east-1", "m5")))
                .containsExactly(all);
        assertThat(here.sourceWords()).isEqualTo("test eu-west-1");
    }

    @Test
    void aRateForAFamilyReplacesTheOneForAll() {
        UsagePool family = new UsagePool("AWS", CurrencyCode.USD, "eu-west-1", "m5");
        CommitmentRate all =
                Usage.rate(CommitmentKind.INSTANCE_SAVINGS_PLAN, CommitmentTerm.ONE_YEAR, Payment.NO_UPFRONT, "36");
        CommitmentRate own = new CommitmentRate(
                "Amazon Web Services",
                CommitmentKind.INSTANCE_SAVINGS_PLAN,
                "m5",
                CommitmentTerm.ONE_YEAR,
                Payment.NO_UPFRONT,
                new BigDecimal("38"),
                LocalDate.of(2026, 1, 1),
                "contract");
        assertThat(CommitmentAdvisor.fitting(List.of(all, own, USUAL), family)).containsExactly(own);
        assertThat(CommitmentAdvisor.fitting(List.of(all, own, USUAL), Usage.ALL))
                .containsExactly(USUAL);
    }
}
