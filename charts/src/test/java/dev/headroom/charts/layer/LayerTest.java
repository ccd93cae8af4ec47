package dev.headroom.charts.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.charts.SampleCharts;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.data.ReliabilityBin;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LayerTest {
    private static final double DAY = 86_400;
    private static final double TODAY = SampleCharts.second(2026, 11, 20);
    private static final TimeAxis AXIS = TimeAxis.in(SampleCharts.UTC);

    @Test
    void theCallOutNamesTheDatesAndTheDaysToGo() {
        BreachMarkerLayer marker = marker(32, 38, 130);

        assertThat(marker.headline(AXIS)).isEqualTo("P50 28 Dec 2026, in 38 days");
        assertThat(marker.detail(AXIS)).isEqualTo("P10 22 Dec, P90 30 Mar");
    }

    @Test
    void aDateBeyondTheHorizonIsLater() {
        OptionalDouble none = OptionalDouble.empty();
        OptionalDouble p10 = OptionalDouble.of(TODAY + DAY);
        BreachMarkerLayer half = new BreachMarkerLayer(80, p10, p10, none, TODAY + 180 * DAY, TODAY);
        BreachMarkerLayer start = new BreachMarkerLayer(80, p10, none, none, TODAY + 180 * DAY, TODAY);

        assertThat(half.detail(AXIS)).isEqualTo("P10 21 Nov, P90 later");
        assertThat(start.headline(AXIS)).isEqualTo("P10 21 Nov 2026, in 1 day");
        assertThat(start.detail(AXIS)).isEqualTo("P50 and P90 later");
        assertThat(new BreachMarkerLayer(80, none, none, none, TODAY, TODAY).legend())
                .isEmpty();
    }

    @Test
    void datesInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> marker(40, 38, 130)).hasMessageContaining("P10 <= P50 <= P90 must hold");
    }

    @Test
    void aStepLineSpeaksForTheTimeUntilTheNextStep() {
        LineLayer budget = new LineLayer(
                "Budget",
                new LineData(new double[] {0, 100, 200}, new double[] {5, 7, 9}),
                LineStyle.budget(),
                LineLayer.Naming.END_LABEL);
        ValueAxis axis = ValueAxis.fitted(ValueFormat.number(""));

        assertThat(budget.readouts(199, axis).getFirst().value()).isEqualTo("7.00");
        assertThat(budget.readouts(201, axis)).isEmpty();
        assertThat(budget.endLabel(150).orElseThrow().value()).isEqualTo(7);
    }

    @Test
    void aLineSaysNothingFarFromItsData() {
        LineLayer line = LineLayer.history("Observed", new LineData(new double[] {0, 10, 20}, new double[] {1, 2, 3}));
        ValueAxis axis = ValueAxis.fitted(ValueFormat.number(""));

        assertThat(line.readouts(24, axis)).hasSize(1);
        assertThat(line.readouts(26, axis)).isEmpty();
        assertThat(line.after(10)).hasValue(20);
        assertThat(line.before(10)).hasValue(0);
        assertThat(line.nearest(14.9)).hasValue(10);
    }

    @Test
    void theWilsonIntervalAgreesWithAWorkedExample() {
        // 80 of 108 with z = 1.6449: centre (0.740741 + 0.012526) / 1.025052, half-width 0.0673.
        ReliabilityBin bin = ReliabilityBin.wilson(0.75, 80, 108);

        assertThat(bin.observed()).isCloseTo(80.0 / 108, within(1e-12));
        assertThat(bin.lower()).isCloseTo(0.6662, within(5e-4));
        assertThat(bin.upper()).isCloseTo(0.8035, within(5e-4));
        assertThat(ReliabilityBin.wilson(0.05, 0, 10).lower()).isZero();
    }

    @Test
    void aLegendHasNoEntryWithoutData() {
        assertThat(LineLayer.history("Observed", new LineData(new double[0], new double[0]))
                        .legend())
                .isEqualTo(List.of());
    }

    private static BreachMarkerLayer marker(int p10, int p50, int p90) {
        return new BreachMarkerLayer(
                80,
                OptionalDouble.of(TODAY + p10 * DAY),
                OptionalDouble.of(TODAY + p50 * DAY),
                OptionalDouble.of(TODAY + p90 * DAY),
                TODAY + 180 * DAY,
                TODAY);
    }
}
