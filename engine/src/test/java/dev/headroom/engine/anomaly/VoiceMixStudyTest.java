package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VoiceMixStudyTest {
    /// What is measured must be what the product does.
    @Test
    void theMixOfTheProductDetectsWhatTheProductDetects() {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>(List.of("timestamp,value"));
        AnomalyDetector detector = AnomalyDetector.of(Sensitivity.STANDARD);
        LocalDateTime start = LocalDateTime.of(2026, 3, 1, 0, 0);
        List<Integer> alerts = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            double value = 50 + 10 * Math.sin(i * Math.PI / 12) + random.nextGaussian() + (i == 900 ? 70 : 0);
            String text = String.format(Locale.ROOT, "%.3f", value);
            lines.add(start.plusHours(i).toString().replace('T', ' ') + ":00," + text);
            long at = start.plusHours(i).toEpochSecond(java.time.ZoneOffset.UTC);
            if (detector.next(at, Double.parseDouble(text)).alert()) {
                alerts.add(i);
            }
        }
        List<String> found = VoiceMixStudy.detections(lines, VoiceMix.STANDARD);
        List<Integer> studied = new ArrayList<>();
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).endsWith(",1")) {
                studied.add(i - 1);
            }
        }
        assertThat(studied).isEqualTo(alerts).contains(900);
    }
}
