package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.AnomalyDetector;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.EpisodeReader;
import dev.headroom.engine.anomaly.JudgedRow;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.SeriesCache;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Looks for anomalies in the metrics of resources: in the finest readings of each metric that the workspace keeps,
/// from the first of the month two months before the last reading. Readings by the day are judged like daily costs.
final class WatchedMetrics {
    private static final int MONTHS = 2;
    private static final int DAILY_MONTHS = 18;
    private static final Duration BEFORE = Duration.ofDays(4);
    private static final Duration AFTER = Duration.ofDays(2);
    private static final int MOST_TOGETHER = 12;
    private static final Duration HALF_DAY = Duration.ofHours(12);
    private static final List<Statistic> PREFERRED = List.of(Statistic.P95, Statistic.MEAN, Statistic.MAX);
    private final SeriesCache cache;
    private final Map<String, Server> servers;
    private final Sensitivity sensitivity;
    private final List<SeriesInfo> chosen;

    WatchedMetrics(Workspace workspace, Sensitivity sensitivity) {
        this.cache = workspace.series();
        this.servers = workspace.inventory().servers().stream().collect(Collectors.toMap(Server::id, server -> server));
        this.sensitivity = sensitivity;
        this.chosen = chosen(cache.catalog());
    }

    /// Of each metric of each resource the finest step, and of that the 95th percentile before other statistics.
    private static List<SeriesInfo> chosen(List<SeriesInfo> catalog) {
        Comparator<SeriesInfo> best = Comparator.comparing(
                        (SeriesInfo info) -> info.step().typicalLength())
                .thenComparing(info -> rank(info.key().statistic()))
                .thenComparing(info -> info.key().statistic());
        Map<String, SeriesInfo> finest = new TreeMap<>();
        for (SeriesInfo info : catalog) {
            finest.merge(
                    info.key().resource() + "/" + info.key().metric(),
                    info,
                    (one, other) -> best.compare(one, other) <= 0 ? one : other);
        }
        return List.copyOf(finest.values());
    }

    private static int rank(Statistic statistic) {
        int rank = PREFERRED.indexOf(statistic);
        return rank < 0 ? PREFERRED.size() : rank;
    }

    List<SeriesInfo> series() {
        return chosen;
    }

    /// Where the reading of a series begins.
    static Instant from(SeriesInfo info) {
        boolean daily = info.step().typicalLength().compareTo(HALF_DAY) >= 0;
        return ZonedDateTime.ofInstant(info.last(), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .minusMonths(daily ? DAILY_MONTHS : MONTHS)
                .toInstant();
    }

    List<FoundAnomaly> find(SeriesInfo info) {
        Optional<TimeSeries> read = cache.read(info.key(), info.step(), from(info), Instant.MAX);
        if (read.isEmpty() || read.get().length() == 0) {
            return List.of();
        }
        TimeSeries series = read.get();
        double step = info.step().typicalLength().toSeconds();
        AnomalyDetector detector = AnomalyDetector.of(Math.max(1, step), sensitivity);
        List<JudgedRow> rows = new ArrayList<>(series.length());
        for (int i = 0; i < series.length(); i++) {
            long at = series.grid().at(i).getEpochSecond();
            rows.add(new JudgedRow(at, series.value(i), detector.next(at, series.value(i))));
        }
        Optional<Server> server = Optional.ofNullable(servers.get(info.key().resource()));
        AnomalySubject subject = new AnomalySubject.Metric(
                info.key(), server.map(Server::name).orElse(info.key().resource()));
        return EpisodeReader.read(rows, step).stream()
                .map(episode -> found(subject, episode, info.unit(), step, rows))
                .toList();
    }

    private static FoundAnomaly found(
            AnomalySubject subject, Episode episode, MeasureUnit unit, double step, List<JudgedRow> rows) {
        long first = episode.start() - Math.max(BEFORE.toSeconds(), (long) (56 * step));
        long last = episode.last() + Math.max(AFTER.toSeconds(), (long) (7 * step));
        double capacity = unit == MeasureUnit.PERCENT ? 100 : Double.NaN;
        return new FoundAnomaly(
                subject,
                episode,
                Urgency.ofMetric(
                        episode.severity(),
                        episode.direction(),
                        episode.peak().value() / capacity,
                        episode.peak().excess() / capacity),
                Optional.of(unit),
                step,
                rows.stream()
                        .filter(row -> row.at() >= first && row.at() <= last)
                        .toList(),
                List.of(),
                List.of());
    }

    /// Several metrics of a server that change at the same time are one incident, told of the most outlying one. Adds
    /// to each what else moved: metrics of the same server first, then those of others, at most twelve.
    static List<FoundAnomaly> together(List<FoundAnomaly> found) {
        Map<Long, List<FoundAnomaly>> byDay = new HashMap<>();
        found.forEach(anomaly ->
                byDay.computeIfAbsent(day(anomaly), _ -> new ArrayList<>()).add(anomaly));
        List<FoundAnomaly> loudest = new ArrayList<>(found);
        loudest.sort(Comparator.comparing(FoundAnomaly::urgency)
                .thenComparingDouble(anomaly -> anomaly.episode().score())
                .reversed());
        Set<FoundAnomaly> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<FoundAnomaly> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (FoundAnomaly anomaly : loudest) {
            if (done.add(anomaly)) {
                told.add(anomaly);
                near(byDay, anomaly)
                        .filter(other -> relation(anomaly, other) == FoundAnomaly.Relation.SAME_SERVER)
                        .forEach(done::add);
            }
        }
        return found.stream()
                .filter(told::contains)
                .map(anomaly -> anomaly.with(companions(byDay, anomaly)))
                .toList();
    }

    private static List<FoundAnomaly.Companion> companions(Map<Long, List<FoundAnomaly>> byDay, FoundAnomaly anomaly) {
        return near(byDay, anomaly)
                .sorted(Comparator.comparing((FoundAnomaly other) -> relation(anomaly, other))
                        .thenComparing(other -> -other.episode().score()))
                .limit(MOST_TOGETHER)
                .map(other -> new FoundAnomaly.Companion(
                        other.subject(), other.start(), other.episode().meanExcess(), relation(anomaly, other)))
                .toList();
    }

    private static Stream<FoundAnomaly> near(Map<Long, List<FoundAnomaly>> byDay, FoundAnomaly anomaly) {
        return LongStream.rangeClosed(day(anomaly) - 1, day(anomaly) + 1)
                .boxed()
                .flatMap(day -> byDay.getOrDefault(day, List.of()).stream())
                .filter(other -> other != anomaly && overlap(anomaly, other));
    }

    private static long day(FoundAnomaly anomaly) {
        return Math.floorDiv(anomaly.episode().start(), 86_400L);
    }

    /// The alerts are at most 6 hours apart, or one row of slower readings.
    private static boolean overlap(FoundAnomaly one, FoundAnomaly other) {
        double apart = Math.max(21_600, Math.max(one.stepSeconds(), other.stepSeconds()));
        return Math.abs(one.episode().start() - other.episode().start()) <= apart;
    }

    private static FoundAnomaly.Relation relation(FoundAnomaly one, FoundAnomaly other) {
        return resource(one).equals(resource(other))
                ? FoundAnomaly.Relation.SAME_SERVER
                : FoundAnomaly.Relation.OTHER_SERVER;
    }

    private static String resource(FoundAnomaly anomaly) {
        return anomaly.subject() instanceof AnomalySubject.Metric(SeriesKey series, String name)
                ? series.resource()
                : "";
    }
}
