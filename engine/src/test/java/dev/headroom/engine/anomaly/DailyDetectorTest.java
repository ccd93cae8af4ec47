package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DailyDetectorTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int YEAR = 365;

    /// Costs that grow by 30 % a year, with cheap weekends, month edges and noise of 3 %.
    private static double[] costs(int days, int seed) {
        Random random = new Random(seed);
        double[] costs = new double[days];
        double noise = 0;
        for (int i = 0; i < days; i++) {
            LocalDate date = START.plusDays(i);
            noise = 0.4 * noise + Math.sqrt(1 - 0.16) * 0.03 * random.nextGaussian();
            double edge = date.getDayOfMonth() == 1 ? 0.15 : date.getDayOfMonth() == date.lengthOfMonth() ? 0.075 : 0;
            costs[i] = 1000
                    * Math.pow(1.3, i / (double) YEAR)
                    * (date.getDayOfWeek().getValue() > 5 ? 0.8 : 1)
                    * Math.exp(noise + edge);
        }
        return costs;
    }

    private static List<Integer> alerts(double[] costs) {
        AnomalyDetector detector = AnomalyDetector.of(86_400, Sensitivity.STANDARD);
        List<Integer> alerts = new ArrayList<>();
        for (int i = 0; i < costs.length; i++) {
            if (detector.next(START.plusDays(i).toEpochDay() * 86_400, costs[i]).alert()) {
                alerts.add(i);
            }
        }
        return alerts;
    }

    @Test
    void aQuarterMoreIsAlertedOnItsDayAndQuietCostsSeldomAre() {
        int found = 0;
        int wrong = 0;
        for (int seed = 0; seed < 40; seed++) {
            int day = 380 + seed % 7;
            double[] costs = costs(400, seed);
            wrong += alerts(costs).size();
            costs[day] *= 1.25;
            found += alerts(costs).contains(day) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(36);
        assertThat(wrong / (40 * 400.0 / YEAR)).isLessThan(2.5);
    }

    @Test
    void aCreepingRiseIsTold() {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            double[] costs = costs(400, seed);
            for (int i = 340; i < 400; i++) {
                costs[i] *= Math.pow(1.005, i - 340);
            }
            found += alerts(costs).stream().anyMatch(day -> day > 345) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(16);
    }

    @Test
    void aLastingShiftIsOneEpisode() {
        double[] costs = costs(400, 5);
        for (int i = 300; i < 400; i++) {
            costs[i] *= 1.6;
        }
        assertThat(alerts(costs).stream().filter(day -> day >= 300 && day < 320))
                .containsExactly(300);
    }

    @Test
    void zerosAndCreditsDoNotEndTheJudging() {
        double[] costs = costs(200, 1);
        costs[100] = 0;
        costs[120] = -50;
        costs[130] = Double.NaN;
        costs[180] *= 2;
        assertThat(alerts(costs)).contains(100, 120, 180);
    }
}
