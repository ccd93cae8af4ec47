package dev.headroom.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesQuality.Finding;
import dev.headroom.engine.series.SeriesQuality.Symptom;
import dev.headroom.engine.series.SeriesQuality.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityDetectionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void gapsAreCountedAndTheLongestIsMeasured() {
        double[] values = days(200);
        Arrays.fill(values, 20, 22, Double.NaN);
        Arrays.fill(values, 90, 93, Double.NaN);
        SeriesQuality quality = daily(values, MeasureUnit.PERCENT);
        assertThat(quality.gaps()).isEqualTo(2);
        assertThat(quality.longestGap()).isEqualTo(3);
    }

    @Test
    void whatHasNoObservationSinceIsOld() {
        TimeSeries series = series(days(200), Step.DAY);
        Instant end = START.plus(Duration.ofDays(199));
        assertThat(SeriesQuality.of(series, MeasureUnit.PERCENT, end.plus(Duration.ofDays(2)))
                        .findings())
                .isEmpty();
        SeriesQuality old = SeriesQuality.of(series, MeasureUnit.PERCENT, end.plus(Duration.ofDays(12)));
        assertThat(old.lag()).isEqualTo(12);
        assertThat(old.reasons()).containsExactly("The last observation is 12 days old.");
        assertThat(old.findings().getFirst().advice()).contains("agent");
        assertThat(old.score()).isEqualTo(84);
        assertThat(SeriesQuality.of(series, MeasureUnit.PERCENT, START).lag()).isZero();
    }

    @Test
    void aLevelThatChangesForGoodIsToldWithItsDay() {
        double[] values = days(200);
        for (int i = 120; i < 200; i++) {
            values[i] += 35;
        }
        SeriesQuality quality = daily(values, MeasureUnit.MEGABYTES_PER_SECOND);
        Finding shift = finding(quality, Symptom.LEVEL_SHIFT);
        assertThat(shift.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(shift.words()).contains("shifts 1 time").contains("2026-05-0");
        assertThat(shift.points()).isBetween(77, 83);
    }

    @Test
    void aTrendAQuarterEndAndAWeekAreNoLevelShift() {
        double[] trend = days(300);
        double[] quarterEnd = days(300);
        for (int i = 0; i < 300; i++) {
            trend[i] += 0.8 * i;
            quarterEnd[i] += i % 90 > 79 ? 40 : 0;
        }
        assertThat(daily(trend, MeasureUnit.MEGABYTES_PER_SECOND).has(Symptom.LEVEL_SHIFT))
                .isFalse();
        assertThat(daily(quarterEnd, MeasureUnit.MEGABYTES_PER_SECOND).has(Symptom.LEVEL_SHIFT))
                .isFalse();
        assertThat(SeriesQuality.of(series(hours(24 * 60), Step.HOUR), MeasureUnit.PERCENT)
                        .findings())
                .isEmpty();
    }

    @Test
    void hourlyShiftsAreFoundToo() {
        double[] values = hours(24 * 60);
        for (int i = 24 * 30 + 9; i < values.length; i++) {
            values[i] += 40;
        }
        SeriesQuality quality = SeriesQuality.of(series(values, Step.HOUR), MeasureUnit.MEGABYTES_PER_SECOND);
        assertThat(finding(quality, Symptom.LEVEL_SHIFT).words()).contains("on 2026-01-3");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 1_024, 0.001, 1_048_576})
    void aJumpByAThousandIsAChangeOfUnit(double factor) {
        double[] values = days(200);
        for (int i = 100; i < 200; i++) {
            values[i] *= factor;
        }
        SeriesQuality quality = daily(values, MeasureUnit.MEGABYTES_PER_SECOND);
        assertThat(finding(quality, Symptom.UNIT_JUMP).words()).contains("the unit may have changed");
        assertThat(quality.has(Symptom.LEVEL_SHIFT)).isFalse();
    }

    @Test
    void aPercentageThatWasAFractionIsAChangeOfUnit() {
        double[] values = days(200);
        for (int i = 0; i < 100; i++) {
            values[i] /= 100;
        }
        assertThat(finding(daily(values, MeasureUnit.PERCENT), Symptom.UNIT_JUMP)
                        .words())
                .contains("fractions of 1 and percent");
        assertThat(daily(values, MeasureUnit.MEGABYTES_PER_SECOND).has(Symptom.UNIT_JUMP))
                .isFalse();
    }

    @Test
    void aMeterThatStoodStillInTheMiddleIsToldAndMoneyIsNot() {
        double[] values = days(200);
        Arrays.fill(values, 60, 75, 41.5);
        SeriesQuality quality = daily(values, MeasureUnit.PERCENT);
        assertThat(quality.reasons())
                .containsExactly("15 observations stand still in 1 run, the longest 15 days at 41.5 from 2026-03-02.");
        assertThat(finding(quality, Symptom.STUCK).points()).isEqualTo(15);
        assertThat(daily(values, MeasureUnit.CURRENCY).has(Symptom.STUCK)).isFalse();
        Arrays.fill(values, 60, 75, 100);
        assertThat(daily(values, MeasureUnit.PERCENT).has(Symptom.STUCK)).isFalse();
    }

    @Test
    void theBackupOfEveryNightIsNoOutlierAndASpikeIs() {
        double[] values = hours(24 * 60);
        for (int day = 0; day < 60; day++) {
            values[24 * day + 3] = 400;
        }
        SeriesQuality nightly = SeriesQuality.of(series(values, Step.HOUR), MeasureUnit.MEGABYTES_PER_SECOND);
        assertThat(nightly.outliers()).isZero();
        values[24 * 20 + 15] = 5_000;
        SeriesQuality spike = SeriesQuality.of(series(values, Step.HOUR), MeasureUnit.MEGABYTES_PER_SECOND);
        assertThat(spike.outliers()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14, 15, 30})
    void shortSeriesAreExaminedWithoutFailure(int length) {
        assertThat(daily(days(length), MeasureUnit.PERCENT).score()).isBetween(0, 100);
        assertThat(SeriesQuality.of(series(days(length), Step.HOUR), MeasureUnit.COUNT)
                        .score())
                .isBetween(0, 100);
        assertThat(SeriesQuality.of(
                                new TimeSeries(key(), TimeGrid.ordinal(0, length), days(length)), MeasureUnit.UNKNOWN)
                        .score())
                .isBetween(0, 100);
    }

    @Test
    void everySymptomSaysWhatToDo() {
        assertThat(Symptom.values())
                .allSatisfy(symptom -> assertThat(symptom.advice()).endsWith("."));
    }

    private static Finding finding(SeriesQuality quality, Symptom symptom) {
        return quality.findings().stream()
                .filter(finding -> finding.symptom() == symptom)
                .findFirst()
                .orElseThrow(() -> new AssertionError(symptom + " is not among " + quality.reasons()));
    }

    private static SeriesQuality daily(double[] values, MeasureUnit unit) {
        return SeriesQuality.of(series(values, Step.DAY), unit);
    }

    private static TimeSeries series(double[] values, Step step) {
        return new TimeSeries(key(), TimeGrid.utc(START, step, values.length), values);
    }

    private static SeriesKey key() {
        return new SeriesKey("vm-1", "cpu", Statistic.P95);
    }

    private static double[] days(int count) {
        Random random = new Random(11);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 40 + 8 * Math.sin(2 * Math.PI * i / 7) + 2 * random.nextGaussian();
        }
        return values;
    }

    private static double[] hours(int count) {
        Random random = new Random(12);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double weekend = i / 24 % 7 > 4 ? -10 : 0;
            values[i] = 40 + 12 * Math.sin(2 * Math.PI * i / 24) + weekend + 2 * random.nextGaussian();
        }
        return values;
    }
}
