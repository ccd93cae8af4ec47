package dev.headroom.charts.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProbabilityScaleTest {
    @Test
    void theEndsAreNeverWrittenAsCertain() {
        assertThat(ProbabilityScale.format(0)).isEqualTo("<\u00a01\u00a0%");
        assertThat(ProbabilityScale.format(0.004)).isEqualTo("<\u00a01\u00a0%");
        assertThat(ProbabilityScale.format(1)).isEqualTo(">\u00a099\u00a0%");
        assertThat(ProbabilityScale.format(0.71)).isEqualTo("71\u00a0%");
        assertThat(ProbabilityScale.figure(0.996)).isEqualTo(">99");
    }

    @Test
    void unknownIsAWordAndNeverZero() {
        assertThat(ProbabilityScale.format(Double.NaN)).isEqualTo("unknown");
        assertThat(ProbabilityScale.figure(Double.NaN)).isEqualTo("–");
        assertThat(ProbabilityScale.describe(Double.NaN)).isEqualTo("Unknown");
    }

    @Test
    void theClassFollowsTheFigureThatIsShown() {
        assertThat(ProbabilityScale.classOf(0.044)).isEqualTo(ProbabilityClass.UNLIKELY);
        assertThat(ProbabilityScale.classOf(0.05)).isEqualTo(ProbabilityClass.POSSIBLE);
        assertThat(ProbabilityScale.classOf(0.25)).isEqualTo(ProbabilityClass.FAIR_CHANCE);
        assertThat(ProbabilityScale.classOf(0.497)).isEqualTo(ProbabilityClass.LIKELY);
        assertThat(ProbabilityScale.format(0.497)).isEqualTo("50\u00a0%");
        assertThat(ProbabilityScale.classOf(0.8)).isEqualTo(ProbabilityClass.VERY_LIKELY);
        assertThat(ProbabilityScale.describe(0.71)).isEqualTo("Likely, 71\u00a0%");
    }

    @Test
    void theLegendNamesTheBounds() {
        assertThat(Arrays.stream(ProbabilityClass.values()).map(ProbabilityClass::bounds))
                .containsExactly("< 5", "5–25", "25–50", "50–80", "≥ 80\u00a0%");
    }

    @Test
    void aPercentageIsRefused() {
        assertThatThrownBy(() -> ProbabilityScale.classOf(71))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe it is a percentage");
    }
}
