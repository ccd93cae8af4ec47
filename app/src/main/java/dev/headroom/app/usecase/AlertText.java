package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.anomaly.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// Anomalies in sentences, for messages that leave the program.
final class AlertText {
    private AlertText() {}

    /// Such as `3 new anomalies, 1 critical`.
    static String subject(List<FoundAnomaly> anomalies) {
        long critical = anomalies.stream()
                .filter(anomaly -> anomaly.urgency() == Urgency.CRITICAL)
                .count();
        return anomalies.size()
                + (anomalies.size() == 1 ? " new anomaly" : " new anomalies")
                + (critical > 0 ? ", " + critical + " critical" : "");
    }

    /// Such as `Critical: NAT Gateway, prod-us`.
    static String title(FoundAnomaly anomaly) {
        String urgency = anomaly.urgency().word();
        return Words.capital(urgency) + ": " + anomaly.title();
    }

    /// What happened, in one or two sentences.
    static String body(FoundAnomaly anomaly) {
        Episode episode = anomaly.episode();
        StringBuilder text = new StringBuilder();
        String kind = episode.kind().word();
        text.append(kind.substring(0, 1).toUpperCase(Locale.ROOT)).append(kind.substring(1));
        text.append(" since ").append(day(anomaly.start()));
        if (episode.state() == Episode.State.RECOVERED) {
            text.append(", over since ").append(day(anomaly.last()));
        }
        if (!Double.isNaN(episode.peak().excess())) {
            text.append(": ")
                    .append(amount(anomaly, episode.peak().value()))
                    .append(" at the peak, expected ")
                    .append(amount(anomaly, episode.peak().point().expected()));
        }
        text.append('.');
        if (anomaly.isCost() && episode.impact() != 0) {
            text.append(" Impact so far ").append(episode.impact() > 0 ? "+" : "");
            text.append(amount(anomaly, episode.impact()));
            episode.relative().ifPresent(part -> text.append(String.format(Locale.ROOT, " (%+.0f %%)", 100 * part)));
            text.append('.');
        }
        anomaly.causes().stream().findFirst().ifPresent(first -> text.append(cause(first)));
        return text.toString();
    }

    private static String cause(RootCause.Share first) {
        return String.format(
                Locale.ROOT, " Main cause: %s (%.0f %%).", AnomalyTable.words(first.place()), 100 * first.share());
    }

    private static String amount(FoundAnomaly anomaly, double value) {
        return switch (anomaly.subject()) {
            case AnomalySubject.Cost cost ->
                String.format(Locale.ROOT, "%,.2f %s", value, cost.currency().value());
            case AnomalySubject.Metric _ ->
                String.format(Locale.ROOT, "%.4g", value)
                        + anomaly.unit().map(unit -> " " + unit.symbol()).orElse("");
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
