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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Looks for anomalies in the metrics of resources: in the finest readings of each metric that the workspace
/// keeps, from the first of the month two months before the last reading. Readings by the day are judged like
/// daily costs.
final class WatchedMetrics {
    private static final int MONTHS = 2;
    private static final int DAILY_MONTHS = 18;
    private static final Duration BEFORE = Duration.ofDays(4);
    private static final Duration AFTER = Duration.ofDays(2);
    private static final int MOST_TOGETHER = 12;
    private static final Duration HALF_DAY = Duration.ofHours(12);
    private static final List<Statistic> PREFERRED = List.of(Statistic.P95, Statistic.MEAN, Statistic.MAX);
    private final WatchMemory memory;
    private final SeriesCache cache;
    private final Map<String, Server> servers;
    private final Sensitivity sensitivity;
    private final List<SeriesInfo> chosen;

    WatchedMetrics(OpenWorkspace workspace, Sensitivity sensitivity) {
        this.memory = workspace.watched();
        this.cache = workspace.storage().series();
        this.servers = workspace.storage().inventory().servers().stream()
                .collect(Collectors.toMap(Server::id, server -> server));
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
        Optional<Server> server = Optional.ofNullable(servers.get(info.key().resource()));
        return memory.find(
                new WatchMemory.Key(series, info.unit(), server, sensitivity),
                () -> find(info.key(), series, info.unit(), server, sensitivity));
    }

    /// The episodes of one series.
    static List<FoundAnomaly> find(
            SeriesKey key, TimeSeries series, MeasureUnit unit, Optional<Server> server, Sensitivity sensitivity) {
        double step = series.grid().step().typicalLength().toSeconds();
        AnomalyDetector detector = AnomalyDetector.of(Math.max(1, step), sensitivity);
        List<JudgedRow> rows = new ArrayList<>(series.length());
        for (int i = 0; i < series.length(); i++) {
            long at = series.grid().at(i).getEpochSecond();
            rows.add(new JudgedRow(at, series.value(i), detector.next(at, series.value(i))));
        }
        AnomalySubject subject =
                new AnomalySubject.Metric(key, server.map(Server::name).orElse(key.resource()));
        return EpisodeReader.read(rows, step).stream()
                .map(episode -> found(subject, episode, unit, step, rows))
                .toList();
    }

    private static FoundAnomaly found(
            AnomalySubject subject, Episode episode, MeasureUnit unit, double step, List<JudgedRow> rows) {
        long first = episode.start() - Math.max(BEFORE.toSeconds(), (long) (56 * step));
        long last = episode.last() + Math.max(AFTER.toSeconds(), (long) (7 * step));
        return new FoundAnomaly(
                subject,
                episode,
                Urgency.ofMetric(episode, unit == MeasureUnit.PERCENT ? 100 : Double.NaN),
                Optional.of(unit),
                step,
                rows.stream()
                        .filter(row -> row.at() >= first && row.at() <= last)
                        .toList(),
                List.of(),
                List.of(),
                "");
    }

    /// The events that the episodes of all series make.
    List<FoundAnomaly> events(List<FoundAnomaly> found) {
        return new MetricEvents(servers, chosen.stream().map(SeriesInfo::key).toList(), sensitivity).of(found);
    }
}
