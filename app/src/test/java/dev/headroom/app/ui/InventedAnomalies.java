package dev.headroom.app.ui;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.engine.anomaly.AnomalyDetector;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.EpisodeReader;
import dev.headroom.engine.anomaly.JudgedRow;
import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Anomalies in invented daily costs and one invented metric, found by the real detector.
public final class InventedAnomalies {
    public static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final int DAYS = 220;

    private InventedAnomalies() {}

    static FleetAnomalies of(WatchAnomalies.Request request, AnomalyFeedback feedback) {
        List<FoundAnomaly> found = new ArrayList<>();
        found.addAll(cost(request, "Data transfer", "prod-us", 800, DAYS - 9, DAYS - 7, 2.4, Urgency.CRITICAL));
        found.addAll(cost(request, "S3", "data-platform", 150, DAYS - 5, DAYS - 1, 1.5, Urgency.HIGH));
        found.addAll(cost(request, "RDS", "prod-eu", 300, DAYS - 70, DAYS - 70, 1.6, Urgency.MEDIUM));
        found.addAll(metric(request));
        found.sort(Comparator.comparing(FoundAnomaly::start).reversed());
        return new FleetAnomalies(
                request, found, Optional.of(LAST), 0, 12, Map.of(CurrencyCode.USD, 2500.0), Optional.empty(), feedback);
    }

    private static List<FoundAnomaly> cost(
            WatchAnomalies.Request request,
            String service,
            String account,
            double level,
            int from,
            int to,
            double factor,
            Urgency urgency) {
        Random random = new Random(service.hashCode());
        double[] main = new double[DAYS];
        double[] rest = new double[DAYS];
        double[] values = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            double usual = level
                    * (LAST.minusDays(DAYS - 1L - day).getDayOfWeek().getValue() > 5 ? 0.9 : 1)
                    * Math.exp(0.01 * random.nextGaussian());
            rest[day] = 0.3 * usual * (day >= from && day <= to ? 0.98 : 1);
            main[day] = 0.7 * usual + (day >= from && day <= to ? (factor - 1) * usual : 0);
            values[day] = main[day] + rest[day];
        }
        Map<RootCause.Place, double[]> places = Map.of(
                new RootCause.Place(service, account, "us-east-1", service + "-Bytes"), main,
                new RootCause.Place(service, account, "eu-west-1", service + "-Requests"), rest);
        List<JudgedRow> rows = rows(request, values);
        return EpisodeReader.read(rows, 86_400).stream()
                .filter(episode -> index(rows, episode.start()) >= from - 1)
                .filter(episode -> index(rows, episode.start()) <= to)
                .map(episode -> new FoundAnomaly(
                        new AnomalySubject.Cost(CurrencyCode.USD, service, account),
                        episode,
                        urgency,
                        Optional.empty(),
                        86_400,
                        rows.subList(Math.max(0, from - 50), Math.min(DAYS, to + 10)),
                        RootCause.of(
                                places, index(rows, episode.start()), index(rows, episode.last()), episode.impact()),
                        List.of(),
                        ""))
                .toList();
    }

    private static List<FoundAnomaly> metric(WatchAnomalies.Request request) {
        Random random = new Random(7);
        double[] values = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            values[day] = (day == DAYS - 3 ? 80 : 40) * Math.exp(0.02 * random.nextGaussian());
        }
        List<JudgedRow> rows = rows(request, values);
        Episode episode = EpisodeReader.read(rows, 86_400).stream()
                .filter(found -> index(rows, found.start()) == DAYS - 3)
                .findFirst()
                .orElseThrow();
        AnomalySubject memory =
                new AnomalySubject.Metric(new SeriesKey("da-us-01", "memory", Statistic.P95), "da-us-01");
        return List.of(new FoundAnomaly(
                new AnomalySubject.Metric(new SeriesKey("da-us-01", "cpu", Statistic.P95), "da-us-01"),
                episode,
                Urgency.HIGH,
                Optional.of(MeasureUnit.PERCENT),
                86_400,
                rows.subList(DAYS - 60, DAYS),
                List.of(),
                List.of(new FoundAnomaly.Companion(
                        memory, Instant.ofEpochSecond(episode.start()), 12.5, FoundAnomaly.Relation.SAME_SERVER)),
                ""));
    }

    private static List<JudgedRow> rows(WatchAnomalies.Request request, double[] values) {
        AnomalyDetector detector = AnomalyDetector.of(86_400, request.sensitivity());
        List<JudgedRow> rows = new ArrayList<>();
        for (int day = 0; day < values.length; day++) {
            long at = LAST.minusDays(values.length - 1L - day).toEpochDay() * 86_400;
            rows.add(new JudgedRow(at, values[day], detector.next(at, values[day])));
        }
        return rows;
    }

    private static int index(List<JudgedRow> rows, long at) {
        return (int) ((at - rows.getFirst().at()) / 86_400);
    }
}
