package dev.headroom.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ValueFormatTest {
    @Test
    void percentLabelsCarryTheirUnit() {
        assertThat(ValueFormat.percent().axisLabels(new double[] {0, 20, 40}, Locale.ENGLISH))
                .containsExactly("0\u00a0%", "20\u00a0%", "40\u00a0%");
        assertThat(ValueFormat.share().axisLabels(new double[] {0, 0.25, 0.5}, Locale.ENGLISH))
                .containsExactly("0\u00a0%", "25\u00a0%", "50\u00a0%");
    }

    @Test
    void moneyUsesOneScaleAnAxis() {
        assertThat(ValueFormat.money("$").axisLabels(new double[] {0, 2_000, 2_500, 3_000}, Locale.ENGLISH))
                .containsExactly("$0", "$2.0k", "$2.5k", "$3.0k");
        assertThat(ValueFormat.money("$").axisLabels(new double[] {-1e6, 0, 1e6}, Locale.ENGLISH))
                .containsExactly("−$1M", "$0", "$1M");
        assertThat(ValueFormat.money("$").axisLabels(new double[] {2_000, 2_500}, Locale.GERMANY))
                .containsExactly("2,0\u00a0Tsd.\u00a0$", "2,5\u00a0Tsd.\u00a0$");
    }

    @Test
    void rangesWriteTheUnitOnce() {
        assertThat(ValueFormat.percent().range(72.81, 81.94, Locale.ENGLISH)).isEqualTo("72.8 – 81.9\u00a0%");
        assertThat(ValueFormat.number("GiB").range(12, 128.25, Locale.ENGLISH)).isEqualTo("12.0 – 128.3\u00a0GiB");
    }

    @Test
    void unknownIsAWordAndMinusIsAMinus() {
        assertThat(ValueFormat.percent().detail(Double.NaN, Locale.ENGLISH)).isEqualTo("unknown");
        assertThat(ValueFormat.number("MB/s").detail(-3.456, Locale.ENGLISH)).isEqualTo("−3.46\u00a0MB/s");
        assertThat(ValueFormat.percent().detail(-0.04, Locale.ENGLISH)).isEqualTo("0.0\u00a0%");
    }

    @Test
    void numbersOfFormattedRangeUseTheLocale() {
        assertThat(ValueFormat.percent().detail(81.94, Locale.GERMANY)).isEqualTo("81,9\u00a0%");
        assertThat(ValueFormat.money("€").detail(84_330, Locale.GERMANY)).isEqualTo("84.330\u00a0€");
    }
}
