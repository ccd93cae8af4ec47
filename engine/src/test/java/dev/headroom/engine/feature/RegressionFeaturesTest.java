package dev.headroom.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RegressionFeaturesTest {
    private static final TimeGrid DAYS = TimeGrid.utc(Instant.parse("2022-01-01T00:00:00Z"), Step.DAY, 800);
    private static final TimeGrid HOURS = TimeGrid.utc(Instant.parse("2022-01-01T00:00:00Z"), Step.HOUR, 800);

    @Test
    void aLaterValueChangesNoFeatureOfAnEarlierRow() {
        for (TimeGrid grid : List.of(DAYS, HOURS, TimeGrid.ordinal(0, 800))) {
            List<Integer> seasons = grid.equals(HOURS) ? List.of(24, 168) : List.of(7);
            RegressionFeatures features = RegressionFeatures.of(grid, seasons);
            for (LocalLevel.Form form : LocalLevel.Form.values()) {
                for (int origin = features.firstOrigin(); origin < 700; origin += 37) {
                    double[] values = noise(800);
                    double[] before = row(features, values, origin, origin + 9, form);
                    for (int t = origin + 1; t < 800; t++) {
                        values[t] = 1e6 + t;
                    }
                    assertThat(row(features, values, origin, origin + 9, form)).isEqualTo(before);
                    values[origin] += 5;
                    assertThat(row(features, values, origin, origin + 9, form)).isNotEqualTo(before);
                }
            }
        }
    }

    @Test
    void daysKnowWeekdayMonthAndQuarterEnd() {
        RegressionFeatures features = RegressionFeatures.of(DAYS, List.of(7));
        // 2023-03-31 is a Friday, the last day of a month and of a quarter.
        int target = 31 + 28 + 31 + 365 - 1;
        double[] row = row(features, noise(800), target - 10, target, LocalLevel.Form.DIFFERENCE);
        assertThat(cell(features, row, "weekday")).isEqualTo(5);
        assertThat(cell(features, row, "month")).isEqualTo(3);
        assertThat(cell(features, row, "month end")).isEqualTo(1);
        assertThat(cell(features, row, "quarter end")).isEqualTo(1);
        assertThat(cell(features, row, "days to quarter end")).isZero();
        double[] next = row(features, noise(800), target - 10, target + 1, LocalLevel.Form.DIFFERENCE);
        assertThat(cell(features, next, "month end")).isZero();
        assertThat(cell(features, next, "days to quarter end")).isEqualTo(90);
    }

    @Test
    void lagsAreTheLatestKnownOnesAtThePhaseOfTheTarget() {
        RegressionFeatures features = RegressionFeatures.of(DAYS, List.of(7));
        double[] values = new double[800];
        for (int t = 0; t < 800; t++) {
            values[t] = t;
        }
        double[] row = row(features, values, 500, 510, LocalLevel.Form.DIFFERENCE);
        double centre =
                LocalLevel.at(values, 500, 7, LocalLevel.Form.DIFFERENCE).centre();
        assertThat(centre).isEqualTo(497);
        assertThat(cell(features, row, "last value")).isEqualTo(500 - centre);
        assertThat(cell(features, row, "lag 7")).isEqualTo(510 - 14 - centre);
        assertThat(cell(features, row, "lag 30")).isEqualTo(510 - 30 - centre);
        assertThat(cell(features, row, "mean of 7")).isEqualTo(0);
        assertThat(cell(features, row, "deviation of 7")).isCloseTo(2, within(1e-12));
        assertThat(cell(features, row, "slope")).isCloseTo(1, within(1e-12));
        assertThat(cell(features, row, "slope continued")).isCloseTo(10, within(1e-12));
    }

    @Test
    void hoursKnowTheHourAndTheWeek() {
        RegressionFeatures features = RegressionFeatures.of(HOURS, List.of(24, 168));
        double[] row = row(features, noise(800), 480, 485, LocalLevel.Form.RATIO);
        assertThat(cell(features, row, "hour")).isCloseTo(5, within(1e-9));
        assertThat(features.columns()).extracting(FeatureColumn::name).contains("lag 24", "lag 168", "mean of 168");
        assertThat(features.columns()).extracting(FeatureColumn::part).contains("daily", "weekly");
    }

    @Test
    void aGridWithoutACalendarHasItsPlaceInTheSeasonOnly() {
        RegressionFeatures features = RegressionFeatures.of(TimeGrid.ordinal(0, 200), List.of(7));
        assertThat(features.columns()).extracting(FeatureColumn::name).contains("phase of 7");
        assertThat(features.columns()).extracting(FeatureColumn::name).doesNotContain("weekday", "month");
    }

    @Test
    void aTargetMustComeAfterItsOrigin() {
        RegressionFeatures features = RegressionFeatures.of(DAYS, List.of(7));
        assertThatThrownBy(() -> row(features, noise(800), 20, 20, LocalLevel.Form.RATIO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target (20)");
    }

    private static double[] row(
            RegressionFeatures features, double[] values, int origin, int target, LocalLevel.Form form) {
        double[] row = new double[features.columns().size()];
        features.fill(values, origin, target, LocalLevel.at(values, origin, 7, form), row);
        return row;
    }

    private static double cell(RegressionFeatures features, double[] row, String name) {
        List<String> names =
                features.columns().stream().map(FeatureColumn::name).toList();
        assertThat(names).contains(name);
        return row[names.indexOf(name)];
    }

    private static double[] noise(int length) {
        SeededStream stream = new SeededStream(7, 1);
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = 100 + stream.nextGaussian();
        }
        return values;
    }
}
