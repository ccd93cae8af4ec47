package dev.headroom.engine.rightsizing;

import static dev.headroom.engine.rightsizing.Fixture.CATALOG;
import static dev.headroom.engine.rightsizing.Fixture.flat;
import static dev.headroom.engine.rightsizing.Fixture.recommend;
import static dev.headroom.engine.rightsizing.Fixture.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.Recommendation.Cause;
import dev.headroom.engine.rightsizing.Recommendation.Keep;
import dev.headroom.engine.rightsizing.Recommendation.Resize;
import dev.headroom.engine.rightsizing.Recommendation.Undecided;
import dev.headroom.engine.rightsizing.Rejection.Bottleneck;
import dev.headroom.engine.series.TimeSeries;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    @Test
    void everyCheaperTypeIsRejectedWithItsBottleneckInNumbers() {
        List<Rejection> rejections = recommend("m5.4xlarge", flat(20, 25)).rejections();
        Rejection first = rejections.getFirst();
        assertThat(first.shape().instanceType()).isEqualTo("m5.xlarge");
        assertThat(first.bottleneck()).isEqualTo(Bottleneck.CPU);
        assertThat(first.words())
                .isEqualTo("m5.xlarge: CPU P99.5 would be 80 %, with 20 % headroom 96 %, of at most 70 %;"
                        + " 365 of 365 days would have been above it.");
        assertThat(of(rejections, "c6a.2xlarge").bottleneck()).isEqualTo(Bottleneck.MEMORY);
        assertThat(of(rejections, "m4.2xlarge").bottleneck()).isEqualTo(Bottleneck.GENERATION);
        assertThat(rejections)
                .extracting(rejection -> rejection.shape().instanceType())
                .as("another architecture, a retired family and burstable types are not looked at")
                .doesNotContain("m6g.2xlarge", "m3.2xlarge", "t3.large");
    }

    @Test
    void anotherFamilyMustOutweighTheEffortOfMovingThere() {
        // An eighth of the processors: c6a.xlarge costs 28.47 less than m5.xlarge, the effort is a tenth of 560.64.
        Recommendation recommendation = recommend("m5.4xlarge", flat(10, 8));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("m5.xlarge");
        Rejection other = of(recommendation.rejections(), "c6a.xlarge");
        assertThat(other.bottleneck()).isEqualTo(Bottleneck.FAMILY_CHANGE);
        assertThat(other.words())
                .contains("28.47 USD a month less than m5.xlarge")
                .contains("does not outweigh moving to another family (effort 56.06 USD)");
    }

    @Test
    void aMuchCheaperTypeOfAnotherFamilyWins() {
        // Half the processors and little memory: c6a.2xlarge costs 56.94 less than m5.2xlarge.
        Recommendation recommendation = recommend("m5.4xlarge", flat(20, 10));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("c6a.2xlarge");
        assertThat(recommendation.rejections())
                .extracting(rejection -> rejection.shape().instanceType())
                .as("m5.2xlarge is dearer than the choice, so that nothing need speak against it")
                .doesNotContain("m5.2xlarge");
    }

    @Test
    void aCommitmentThatOnlyHoldsForTheFamilySpeaksForStaying() {
        // As above, but 40 % of the present cost is committed to m5 and would be left unused by c6a.
        Recommendation recommendation = Rightsizer.recommend(
                server("m5.4xlarge"),
                flat(20, 10),
                CATALOG,
                SizingPolicy.standard(),
                CommitmentCover.covering(0.4, CommitmentCover.Reach.SAME_FAMILY));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("m5.2xlarge");
        assertThat(of(recommendation.rejections(), "c6a.2xlarge").words())
                .contains("effort 56.06 USD, unused commitments 224.26 USD");
    }

    @Test
    void aShortageIsRelievedByTheCheapestTypeAndNotByADearStepOfTheFamily() {
        // Only memory is short: the next m5 costs twice as much, r6a.large has the same memory for 12.70 more.
        Recommendation recommendation = recommend("m5.large", flat(20, 95));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("r6a.large");
        assertThat(((Resize) recommendation).shortages()).containsExactly(ResourceKind.MEMORY);
        assertThat(recommendation.monthlySavingGross().orElseThrow()).isEqualByComparingTo(Money.of("-12.702", "USD"));
    }

    @Test
    void nothingLargerInTheCatalogLeavesItUndecided() {
        Recommendation recommendation = recommend("m5.4xlarge", flat(99, 50));
        assertThat(recommendation).isInstanceOf(Undecided.class);
        assertThat(((Undecided) recommendation).cause()).isEqualTo(Cause.NOTHING_FITS);
        assertThat(recommendation.reason()).contains("CPU P99.5 of the last year is 99 % of m5.4xlarge");
    }

    @Test
    void aCandidateWithoutAPriceIsRejectedForIt() {
        ShapeCatalog catalog = new ShapeCatalog(List.of(
                Fixture.shape("m5.2xlarge", 8, 32, "amd64", 2500, true, "0.384"),
                Fixture.shape("m5.xlarge", 4, 16, "amd64", 1250, true, "")));
        Recommendation recommendation =
                Rightsizer.recommend(server("m5.2xlarge"), flat(10, 20), catalog, SizingPolicy.standard());
        assertThat(recommendation).isInstanceOf(Keep.class);
        assertThat(of(recommendation.rejections(), "m5.xlarge").bottleneck()).isEqualTo(Bottleneck.PRICE);
    }

    @Test
    void networkCanBeTheBottleneck() {
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(5, 10));
        series.put(ResourceKind.NETWORK, flat(ResourceKind.NETWORK, 900));
        Recommendation recommendation = recommend("m5.4xlarge", series);
        // 900 of 1,250 Mbit/s is 72 %, with headroom 86 %; of the 1,562 of r6a.xlarge it is 58 %.
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("r6a.xlarge");
        Rejection rejection = of(recommendation.rejections(), "m5.xlarge");
        assertThat(rejection.bottleneck()).isEqualTo(Bottleneck.NETWORK);
        assertThat(rejection.words()).contains("72 %", "86 %", "80 %");
    }

    @Test
    void aBurstableTypeMustLiveWithinItsCredits() {
        Recommendation heavy = recommend("t3.large", flat(25, 20));
        assertThat(of(heavy.rejections(), "t3.medium").bottleneck()).isEqualTo(Bottleneck.BURST_CREDITS);
        assertThat(of(heavy.rejections(), "t3.medium").words()).contains("average 25 % CPU", "baseline of 20 %");
        Recommendation light = recommend("t3.large", flat(15, 20));
        assertThat(light.to().orElseThrow().instanceType()).isEqualTo("t3.medium");
    }

    @Test
    void creditsCarryBusyDaysWhenQuietOnesFollow() {
        // t3.medium has a baseline of 20 % and keeps a day of it: five days at 23 % use up three quarters of that.
        double[] weeks = new double[364];
        double[] longer = new double[364];
        for (int day = 0; day < 364; day++) {
            weeks[day] = day % 7 < 5 ? 23 : 4;
            longer[day] = day % 10 < 8 ? 23 : 4;
        }
        TimeSeries week = Fixture.daily(ResourceKind.CPU, weeks);
        assertThat(BurstCredits.daysWithout(week, 1, 20)).isZero();
        assertThat(BurstCredits.daysWithout(week, 1.2, 20)).isPositive();
        assertThat(BurstCredits.daysWithout(Fixture.daily(ResourceKind.CPU, longer), 1, 20))
                .as("eight days use up more than there is: it lacks on the last two of each spell")
                .isEqualTo(72);
    }

    @Test
    void anotherArchitectureIsLookedAtOnRequest() {
        SizingPolicy any = SizingPolicy.standard().withAnyArchitecture(true);
        Map<ResourceKind, TimeSeries> usage = flat(20, 25);
        Recommendation same = Rightsizer.recommend(server("m5.4xlarge"), usage, CATALOG, SizingPolicy.standard());
        assertThat(same.to().orElseThrow().instanceType()).isEqualTo("m5.2xlarge");
        Recommendation both = Rightsizer.recommend(server("m5.4xlarge"), usage, CATALOG, any);
        assertThat(both.to().orElseThrow().instanceType())
                .as("55 USD less do not outweigh a fifth of 561")
                .isEqualTo("m5.2xlarge");
        assertThat(of(both.rejections(), "m6g.2xlarge").words()).contains("moving to another processor architecture");
        assertThat(both.reason()).contains("Effort low: another size of the family, with a restart.");
        assertThat(MigrationEffort.of(Fixture.find("m5.large"), Fixture.find("m6g.2xlarge")))
                .isEqualTo(MigrationEffort.HIGH);
    }

    @Test
    void aSmallSavingIsNotWorthAChange() {
        SizingPolicy picky =
                new SizingPolicy(99.5, 20, 365, SizingPolicy.Ceilings.USUAL, 60, 14, SizingRisk.Level.MEDIUM, false);
        Recommendation recommendation = Rightsizer.recommend(server("m5.4xlarge"), flat(20, 25), CATALOG, picky);
        assertThat(recommendation).isInstanceOf(Keep.class);
        Rejection rejection = of(recommendation.rejections(), "m5.2xlarge");
        assertThat(rejection.bottleneck()).isEqualTo(Bottleneck.PRICE);
        assertThat(rejection.words()).contains("280.32 USD a month less", "50 % is below the minimum change of 60 %");
    }

    private static Rejection of(List<Rejection> rejections, String type) {
        Optional<Rejection> found = rejections.stream()
                .filter(rejection -> rejection.shape().instanceType().equals(type))
                .findFirst();
        assertThat(found).as("rejection of %s in %s", type, rejections).isPresent();
        return found.orElseThrow();
    }
}
