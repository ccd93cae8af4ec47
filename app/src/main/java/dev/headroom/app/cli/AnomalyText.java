package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Anomalies of the workspace in lines of text.
final class AnomalyText {
    private static final int SHOWN = 20;

    private AnomalyText() {}

    /// Such as `7 anomalies since 2026-08-23: 1 critical, 2 high, 4 medium`.
    static String summary(List<FoundAnomaly> anomalies, LocalDate since) {
        String counts = Arrays.stream(Urgency.values())
                .sorted(Comparator.reverseOrder())
                .map(urgency -> new Object[] {
                    anomalies.stream()
                            .filter(anomaly -> anomaly.urgency() == urgency)
                            .count(),
                    urgency.word()
                })
                .filter(count -> (long) count[0] > 0)
                .map(count -> count[0] + " " + count[1])
                .collect(Collectors.joining(", "));
        return anomalies.size() + (anomalies.size() == 1 ? " anomaly" : " anomalies") + " since " + since
                + (counts.isEmpty() ? "" : ": " + counts);
    }

    static List<String> lines(FleetAnomalies all, List<FoundAnomaly> anomalies) {
        List<String> lines = anomalies.stream()
                .limit(SHOWN)
                .map(anomaly -> line(anomaly)
                        + (all.standing(anomaly).isOpen()
                                ? ""
                                : "  " + all.standing(anomaly).status().word()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (anomalies.size() > SHOWN) {
            lines.add("  and " + (anomalies.size() - SHOWN) + " more; --json or -o lists them all");
        }
        return lines;
    }

    /// Such as `  a3f09c1b  critical  2026-11-12 to 2026-11-14  spike  NAT Gateway, prod-us  +2843 USD (+349 %)`.
    static String line(FoundAnomaly anomaly) {
        Episode episode = anomaly.episode();
        return "  " + anomaly.id() + "  "
                + String.format(Locale.ROOT, "%-8s", anomaly.urgency().word()) + "  "
                + span(anomaly) + "  " + episode.kind().word() + "  "
                + anomaly.title() + impact(anomaly);
    }

    private static String span(FoundAnomaly anomaly) {
        LocalDate start = day(anomaly.start());
        LocalDate last = day(anomaly.last());
        if (anomaly.episode().state() == Episode.State.OPEN) {
            return "since " + start;
        }
        return start.equals(last) ? start.toString() : start + " to " + last;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String impact(FoundAnomaly anomaly) {
        Episode episode = anomaly.episode();
        if (episode.impact() == 0) {
            return "";
        }
        return switch (anomaly.subject()) {
            case AnomalySubject.Cost cost ->
                String.format(
                        Locale.ROOT,
                        "  %+.2f %s%s",
                        episode.impact(),
                        cost.currency().value(),
                        episode.relative().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        " (%+.0f %%)",
                                        100 * episode.relative().getAsDouble())
                                : "");
            case AnomalySubject.Metric _ ->
                String.format(
                        Locale.ROOT,
                        "  %.4g at the peak, expected %.4g",
                        episode.peak().value(),
                        episode.peak().point().expected());
        };
    }
}
