package dev.headroom.engine.rightsizing;

import static dev.headroom.engine.rightsizing.Fixture.flat;
import static dev.headroom.engine.rightsizing.Fixture.recommend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FleetSavingsTest {
    private static final CurrencyCode CNY = new CurrencyCode("CNY");

    @Test
    void savingsAndExtraCostAreKeptApart() {
        FleetSavings fleet = FleetSavings.of(List.of(
                recommend("m5.4xlarge", flat(20, 25)), // saves 280.32 of 560.64
                recommend("m5.large", flat(85, 80)), // costs 70.08 more than 70.08
                recommend("m5.xlarge", flat(65, 40)), // keeps 140.16
                recommend("x9.large", flat(1, 1))));
        FleetSavings.Totals usd = fleet.in(CurrencyCode.USD);
        assertThat(usd.cost()).isEqualByComparingTo(Money.of("770.88", "USD"));
        assertThat(usd.saving()).isEqualByComparingTo(Money.of("280.32", "USD"));
        assertThat(usd.extraCost()).isEqualByComparingTo(Money.of("70.08", "USD"));
        assertThat(usd.savingYear()).isEqualByComparingTo(Money.of("3363.84", "USD"));
        assertThat(usd.savingPercent()).isCloseTo(36.3636, within(1e-3));
        assertThat(usd.netUnknown()).isEqualTo(1);
        assertThat(usd.netWhenComplete()).as("one net saving is unknown").isEmpty();
        assertThat(List.of(fleet.keep(), fleet.resize(), fleet.stop(), fleet.undecided()))
                .containsExactly(1, 2, 0, 1);
    }

    @Test
    void currenciesAreNeverMixed() {
        FleetSavings fleet = FleetSavings.of(List.of(recommend("m5.4xlarge", flat(20, 25)), chinese()));
        assertThat(fleet.totals()).containsOnlyKeys(CNY, CurrencyCode.USD);
        assertThat(fleet.in(CNY).saving()).isEqualByComparingTo(Money.of("730", "CNY"));
    }

    @Test
    void knownCommitmentsGiveANetTotal() {
        Recommendation recommendation = Rightsizer.recommend(
                Fixture.server("m5.4xlarge"),
                flat(20, 25),
                Fixture.CATALOG,
                SizingPolicy.standard(),
                CommitmentCover.covering(0.8, CommitmentCover.Reach.ANY_FAMILY));
        FleetSavings.Totals usd = FleetSavings.of(List.of(recommendation)).in(CurrencyCode.USD);
        assertThat(usd.netWhenComplete().orElseThrow()).isEqualByComparingTo(Money.of("112.128", "USD"));
        assertThat(usd.stranded()).isEqualByComparingTo(Money.of("168.192", "USD"));
        assertThat(usd.saving()).isEqualByComparingTo(usd.net().plus(usd.stranded()));
    }

    @Test
    void noServersHaveNoTotals() {
        assertThat(FleetSavings.of(List.of()).totals()).isEmpty();
        assertThat(FleetSavings.of(List.of()).in(CNY).saving()).isEqualTo(Money.zero(CNY));
    }

    @Test
    void theFrontierRisesInSavingAndRiskWithTheBestBargainFirst() {
        List<Recommendation> recommendations = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            recommendations.add(recommend("m5.4xlarge", wavy(14 + i)));
        }
        recommendations.add(recommend("m5.large", flat(85, 60)));
        recommendations.add(recommend("m5.xlarge", flat(65, 40)));
        recommendations.add(chinese());
        SavingsFrontier frontier = SavingsFrontier.of(recommendations, CurrencyCode.USD, SavingsFrontier.Basis.GROSS);
        assertThat(frontier.points()).hasSize(8);
        double saving = 0;
        double risk = 0;
        double bargain = Double.POSITIVE_INFINITY;
        for (SavingsFrontier.Point point : frontier.points()) {
            double nextSaving = point.cumulativeSaving().amount().doubleValue();
            double nextRisk = point.cumulativeBreaches();
            assertThat(nextSaving).isGreaterThan(saving);
            assertThat(nextRisk).isGreaterThanOrEqualTo(risk);
            double next = (nextSaving - saving) / Math.max(1e-3, nextRisk - risk);
            assertThat(next).isLessThanOrEqualTo(bargain * (1 + 1e-9));
            bargain = next;
            saving = nextSaving;
            risk = nextRisk;
        }
        assertThat(frontier.points().getLast().cumulativeSaving())
                .as("the parts add up")
                .isEqualByComparingTo(
                        FleetSavings.of(recommendations).in(CurrencyCode.USD).saving());
        assertThat(risk).isPositive();
    }

    @Test
    void aNetFrontierCountsWhatIsUnknown() {
        SavingsFrontier frontier = SavingsFrontier.of(
                List.of(recommend("m5.4xlarge", flat(20, 25))), CurrencyCode.USD, SavingsFrontier.Basis.NET);
        assertThat(frontier.points()).isEmpty();
        assertThat(frontier.unknown()).isEqualTo(1);
    }

    @Test
    void aSavingInTwoCurrenciesIsRefused() {
        assertThatThrownBy(() -> new SavingEstimate(Money.of("1", "USD"), Money.of("1", "CNY"), Optional.empty()))
                .hasMessageContaining("must share a currency");
    }

    @Test
    void thePresetsHaveTheirPublishedNumbers() {
        assertThat(SizingPolicy.presets().keySet()).containsExactly("savings", "balanced", "default", "performance");
        assertThat(SizingPolicy.presets().values())
                .extracting(SizingPolicy::percentile)
                .containsExactly(90.0, 95.0, 99.5, 99.5);
        assertThat(SizingPolicy.presets().values())
                .extracting(SizingPolicy::headroomPercent)
                .containsExactly(0.0, 30.0, 20.0, 30.0);
        assertThat(SizingPolicy.standard().ceilings().percent(ResourceKind.CPU)).isEqualTo(70);
        assertThat(SizingPolicy.standard().ceilings().percent(ResourceKind.MEMORY))
                .isEqualTo(90);
        assertThatThrownBy(() -> SizingPolicy.standard().withPercentile(40)).hasMessageContaining("percentile (40.0)");
        assertThatThrownBy(() -> SizingPolicy.standard().withLookbackDays(0)).hasMessageContaining("lookbackDays (0)");
    }

    private static Recommendation chinese() {
        ShapeCatalog catalog = new ShapeCatalog(List.of(priced("m5.4xlarge", 16, "2"), priced("m5.2xlarge", 8, "1")));
        return Rightsizer.recommend(Fixture.server("m5.4xlarge"), flat(20, 25), catalog, SizingPolicy.standard());
    }

    private static InstanceShape priced(String type, double vcpu, String price) {
        return new InstanceShape(
                type,
                "m5",
                vcpu,
                4 * vcpu,
                "amd64",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                true,
                Fixture.REGION,
                Optional.of(Money.of(price, "CNY")));
    }

    private static Map<ResourceKind, TimeSeries> wavy(double level) {
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(20, 25));
        double[] cpu = new double[365];
        for (int i = 0; i < cpu.length; i++) {
            cpu[i] = level + 6 * Math.sin(i / 20.0) * Math.cos(i / 47.0);
        }
        series.put(ResourceKind.CPU, Fixture.daily(ResourceKind.CPU, cpu));
        return series;
    }
}
