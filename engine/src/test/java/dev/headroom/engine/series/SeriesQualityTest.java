package dev.headroom.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesQuality.History;
import dev.headroom.engine.series.SeriesQuality.Symptom;
import dev.headroom.engine.series.SeriesQuality.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesQualityTest {
    @Test
    void aCompleteSeriesWithWeeksAndNoiseIsGood() {
        SeriesQuality quality = percent(sane(200));
        assertThat(quality.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(quality.reasons()).isEmpty();
        assertThat(quality.score()).isEqualTo(100);
        assertThat(quality.completeness()).isEqualTo(1);
        assertThat(quality.history()).isEqualTo(History.SUFFICIENT);
    }

    @Test
    void missingDaysAreCountedInWords() {
        double[] values = sane(200);
        for (int i = 5; i < 200; i += 10) {
            values[i] = Double.NaN;
        }
        SeriesQuality quality = percent(values);
        assertThat(quality.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(quality.reasons()).containsExactly("20 of 200 days are missing (10.0 %).");
        assertThat(quality.longestGap()).isEqualTo(1);
        assertThat(quality.score()).isEqualTo(80);
    }

    @Test
    void aLongGapAndAMissingEndAreTold() {
        double[] values = sane(200);
        Arrays.fill(values, 100, 130, Double.NaN);
        SeriesQuality gap = percent(values);
        assertThat(gap.verdict()).isEqualTo(Verdict.BAD);
        assertThat(gap.reasons()).contains("The longest gap is 30 days.");
        assertThat(gap.score()).isLessThan(50);

        double[] stale = sane(200);
        Arrays.fill(stale, 195, 200, Double.NaN);
        assertThat(percent(stale).reasons()).contains("The last 5 days are missing.");
    }

    @Test
    void aSeriesThatBeginsLateHasNoGapBeforeItsBeginning() {
        double[] values = sane(300);
        Arrays.fill(values, 0, 100, Double.NaN);
        SeriesQuality quality = percent(values);
        assertThat(quality.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(quality.length()).isEqualTo(200);
        assertThat(quality.completeness()).isEqualTo(1);
    }

    @Test
    void aProcessorAtItsLimitIsNotFullOfOutliers() {
        double[] values = new double[200];
        Arrays.fill(values, 100);
        for (int i = 0; i < 200; i += 8) {
            values[i] = 60;
        }
        assertThat(percent(values).outliers()).isZero();
    }

    @Test
    void aStuckMeterAndAConstantSeriesAreTold() {
        double[] stuck = sane(200);
        Arrays.fill(stuck, 190, 200, 42);
        assertThat(percent(stuck).constantTail()).isEqualTo(10);
        assertThat(percent(stuck).reasons())
                .containsExactly("The last 10 observations are all 42; the meter may be stuck.");

        double[] constant = new double[100];
        Arrays.fill(constant, 7.5);
        SeriesQuality quality = percent(constant);
        assertThat(quality.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(quality.reasons()).containsExactly("All 100 observations are 7.5.");
    }

    @Test
    void negativeUtilizationIsBadAndNegativeCostMayBeACredit() {
        double[] values = sane(200);
        values[3] = -1;
        values[50] = -2.5;
        values[90] = -1;
        assertThat(percent(values).negatives()).isEqualTo(3);
        assertThat(percent(values).reasons()).contains("3 observations are negative, the lowest -2.5; this cannot be.");
        assertThat(percent(values).verdict()).isEqualTo(Verdict.BAD);
        SeriesQuality cost = quality(values, MeasureUnit.CURRENCY, Step.DAY);
        assertThat(cost.has(Symptom.NEGATIVE)).isTrue();
        assertThat(cost.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(quality(values, MeasureUnit.UNKNOWN, Step.DAY).has(Symptom.NEGATIVE))
                .isFalse();
    }

    @Test
    void percentagesAboveAHundredAreTold() {
        double[] values = sane(200);
        values[3] = 100.4;
        assertThat(percent(values).overHundred()).isZero();
        values[4] = 140;
        SeriesQuality quality = percent(values);
        assertThat(quality.overHundred()).isEqualTo(1);
        assertThat(quality.reasons()).contains("1 observations are above 100 %, the highest 140 %.");
        assertThat(quality(values, MeasureUnit.MEGABITS_PER_SECOND, Step.DAY).overHundred())
                .isZero();
    }

    @Test
    void fractionsAreSuspectedWhenPercentWasPromised() {
        double[] fractions = Arrays.stream(sane(200)).map(value -> value / 100).toArray();
        SeriesQuality quality = percent(fractions);
        assertThat(quality.has(Symptom.FRACTIONS)).isTrue();
        assertThat(quality.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(quality.reasons().getFirst()).contains("fractions of 1");
        assertThat(quality(fractions, MeasureUnit.MEGABYTES_PER_SECOND, Step.DAY)
                        .has(Symptom.FRACTIONS))
                .isFalse();
    }

    @Test
    void singleSpikesAreOutliersAndALevelShiftIsNot() {
        double[] spikes = sane(200);
        for (int i = 10; i < 200; i += 30) {
            spikes[i] = 5_000;
        }
        SeriesQuality quality = quality(spikes, MeasureUnit.MEGABYTES_PER_SECOND, Step.DAY);
        assertThat(quality.outliers()).isEqualTo(7);
        assertThat(quality.reasons())
                .contains(
                        "7 observations (3.5 %) are outliers, the farthest 5000 on 2026-07-10, 5000 on 2026-05-11, 5000 on"
                                + " 2026-04-11.");

        double[] shift = sane(200);
        for (int i = 100; i < 200; i++) {
            shift[i] += 500;
        }
        assertThat(quality(shift, MeasureUnit.MEGABYTES_PER_SECOND, Step.DAY).outliers())
                .isZero();
    }

    @Test
    void tooShortAHistoryIsBadAndAShortOneIsToBeWatched() {
        assertThat(percent(sane(13)).history()).isEqualTo(History.INSUFFICIENT);
        assertThat(percent(sane(13)).reasons())
                .containsExactly("13 observations are too few for a forecast; 14 are the minimum.");
        assertThat(percent(sane(30)).history()).isEqualTo(History.SHORT);
        assertThat(percent(sane(30)).verdict()).isEqualTo(Verdict.WATCH);
        assertThat(quality(sane(47), MeasureUnit.PERCENT, Step.HOUR).history()).isEqualTo(History.INSUFFICIENT);
        assertThat(quality(sane(336), MeasureUnit.PERCENT, Step.HOUR).history()).isEqualTo(History.SUFFICIENT);
    }

    @Test
    void noObservationAtAllScoresZero() {
        double[] values = new double[30];
        Arrays.fill(values, Double.NaN);
        SeriesQuality quality = percent(values);
        assertThat(quality.score()).isZero();
        assertThat(quality.verdict()).isEqualTo(Verdict.BAD);
        assertThat(quality.reasons()).containsExactly("No observation in 30 days.");
        assertThat(percent(new double[0]).reasons()).containsExactly("No observation in 0 days.");
    }

    @Test
    void oneDayOnlyIsTooLittle() {
        SeriesQuality quality = percent(new double[] {12});
        assertThat(quality.verdict()).isEqualTo(Verdict.BAD);
        assertThat(quality.constantTail()).isEqualTo(1);
        assertThat(quality.has(Symptom.CONSTANT)).isFalse();
    }

    @Test
    void takingObservationsAwayNeverRaisesTheScore() {
        Random random = new Random(3);
        double[] values = sane(200);
        int score = percent(values).score();
        for (int round = 0; round < 60; round++) {
            // The ends stay, so that the history and the tail keep their meaning.
            values[1 + random.nextInt(198)] = Double.NaN;
            int next = percent(values).score();
            assertThat(next).isLessThanOrEqualTo(score + 1);
            score = Math.min(score, next);
        }
        assertThat(score).isLessThan(85);
    }

    private static double[] sane(int count) {
        Random random = new Random(11);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 40 + 10 * Math.sin(2 * Math.PI * i / 7) + 3 * random.nextGaussian();
        }
        return values;
    }

    private static SeriesQuality percent(double[] values) {
        return quality(values, MeasureUnit.PERCENT, Step.DAY);
    }

    private static SeriesQuality quality(double[] values, MeasureUnit unit, Step step) {
        TimeGrid grid = TimeGrid.utc(Instant.parse("2026-01-01T00:00:00Z"), step, values.length);
        return SeriesQuality.of(new TimeSeries(new SeriesKey("vm-1", "cpu", Statistic.P95), grid, values), unit);
    }
}
