package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A fleet of 120 servers with three metrics each over 45 days, the last 30 of which are looked at: clean, and with
/// incidents of which everything is known.
final class MetricEventsTest {
    private static final int SERVERS = 120;
    private static final int HOURS = 45 * 24;
    private static final int LOOKED_AT = 30 * 24;
    private static final Instant START = Instant.parse("2026-05-04T00:00:00Z");
    private static final List<String> METRICS = List.of("cpu", "memory", "network");
    private static final List<String> ARCHETYPES = List.of("web", "database", "cache", "batch", "search", "queue");

    /// Something that is done to the values of a server.
    private interface Incident {
        double change(int server, String metric, int hour, double value);
    }

    @Test
    void aCleanFleetHasAFewMetricEventsAMonth() {
        List<FoundAnomaly> events = events(11, (server, metric, hour, value) -> value);
        assertThat(events.size()).as("with informational ones").isGreaterThan(20);
        assertThat(urgent(events).stream().map(MetricEventsTest::words)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void plantedIncidentsAreFoundAndEachIsOneEvent() {
        int first = HOURS - LOOKED_AT;
        List<FoundAnomaly> events = events(12, (server, metric, hour, value) -> {
            boolean saturated = server == 7 && within(hour, first + 100, 4) && metric.equals("cpu");
            boolean stopped = server == 20 && within(hour, first + 250, 5) && !metric.equals("memory");
            boolean filled = server == 33 && within(hour, first + 400, 8) && metric.equals("memory");
            boolean group = server % 6 == 2 && within(hour, first + 550, 4) && !metric.equals("memory");
            if (saturated) {
                return 98;
            }
            if (stopped) {
                return 0.02 * value;
            }
            if (filled) {
                return 96;
            }
            return group ? value + (metric.equals("cpu") ? 35 : 5 * value) : value;
        });
        List<FoundAnomaly> urgent = urgent(events);

        List<String> found = urgent.stream()
                .map(event -> event.subject().resource() + "@" + hour(event))
                .toList();
        assertThat(found).contains("server-007@" + (first + 100), "server-033@" + (first + 400));
        assertThat(urgent)
                .filteredOn(event -> event.subject().resource().equals("server-020"))
                .as("two metrics of a server that stopped are one event")
                .hasSize(1)
                .allMatch(event -> event.urgency().compareTo(Urgency.HIGH) >= 0)
                .allMatch(event -> event.together().stream()
                        .anyMatch(other -> other.relation() == FoundAnomaly.Relation.SAME_SERVER));
        List<FoundAnomaly> together = urgent.stream()
                .filter(event -> event.group().equals("archetype cache"))
                .toList();
        assertThat(together).as("a group that moves as one is one event").hasSize(1);
        assertThat(together.getFirst().title()).endsWith(" more of archetype cache");
        assertThat(together.getFirst().together().stream()
                        .filter(other -> other.relation() == FoundAnomaly.Relation.SAME_GROUP)
                        .map(other -> other.subject().resource())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(9);
        assertThat(urgent.stream().map(MetricEventsTest::words))
                .as("four planted, few others")
                .hasSizeBetween(4, 7);
    }

    @Test
    void aSeriesThatHasNotChangedIsNotJudgedAgain() {
        WatchMemory memory = new WatchMemory();
        SeriesKey key = new SeriesKey("a", "cpu", Statistic.MEAN);
        int[] judged = {0};
        for (double last : new double[] {3, 3, 4}) {
            TimeSeries series = new TimeSeries(key, TimeGrid.utc(START, Step.HOUR, 3), new double[] {1, 2, last});
            memory.find(
                    new WatchMemory.Key(series, MeasureUnit.PERCENT, Optional.empty(), Sensitivity.STANDARD), () -> {
                        judged[0]++;
                        return List.of();
                    });
        }
        assertThat(judged[0]).isEqualTo(2);
    }

    private static boolean within(int hour, int from, int hours) {
        return hour >= from && hour < from + hours;
    }

    private static String words(FoundAnomaly event) {
        return event.urgency() + " " + event.title() + " in hour " + hour(event) + ": "
                + event.episode().peak().value() + ", expected "
                + event.episode().peak().point().expected();
    }

    private static int hour(FoundAnomaly event) {
        return (int) START.until(event.start(), ChronoUnit.HOURS);
    }

    private static List<FoundAnomaly> urgent(List<FoundAnomaly> events) {
        return events.stream()
                .filter(event -> event.urgency().compareTo(Urgency.MEDIUM) >= 0)
                .toList();
    }

    private static List<FoundAnomaly> events(long seed, Incident incident) {
        Map<String, Server> servers = new LinkedHashMap<>();
        List<SeriesKey> watched = new ArrayList<>();
        for (int server = 0; server < SERVERS; server++) {
            String id = name(server);
            servers.put(
                    id, new Server(id, id, "aws", "1", "eu", "prod", ARCHETYPES.get(server % 6), List.of(), Map.of()));
            METRICS.forEach(metric -> watched.add(new SeriesKey(id, metric, Statistic.MEAN)));
        }
        List<FoundAnomaly> found = IntStream.range(0, SERVERS)
                .parallel()
                .boxed()
                .flatMap(server -> METRICS.stream().flatMap(metric -> {
                    SeriesKey key = new SeriesKey(name(server), metric, Statistic.MEAN);
                    TimeSeries series = new TimeSeries(
                            key, TimeGrid.utc(START, Step.HOUR, HOURS), values(seed, server, metric, incident));
                    MeasureUnit unit =
                            metric.equals("network") ? MeasureUnit.MEGABYTES_PER_SECOND : MeasureUnit.PERCENT;
                    return WatchedMetrics.find(
                            key, series, unit, Optional.ofNullable(servers.get(key.resource())), Sensitivity.STANDARD)
                            .stream();
                }))
                .filter(episode -> hour(episode) >= HOURS - LOOKED_AT)
                .toList();
        return new MetricEvents(servers, watched, Sensitivity.STANDARD).of(found);
    }

    private static String name(int server) {
        return String.format(Locale.ROOT, "server-%03d", server);
    }

    /// A level of its own, a day, a quieter weekend, noise that lasts, and now and then an hour of a job.
    private static double[] values(long seed, int server, String metric, Incident incident) {
        Random random = new Random(31 * (31 * seed + server) + metric.hashCode());
        double level = 10 + 25 * random.nextDouble();
        double day = metric.equals("memory") ? 0.03 : 0.1 + 0.4 * random.nextDouble();
        double noise = metric.equals("memory") ? 0.01 : 0.05 + 0.1 * random.nextDouble();
        double jobs = metric.equals("memory") ? 0 : 0.003;
        double lasting = 0;
        double[] values = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            lasting = 0.6 * lasting + noise * random.nextGaussian();
            double weekend = hour / 24 % 7 >= 5 ? 0.85 : 1;
            double season = weekend * (1 + day * Math.sin((hour % 24 - 8) * Math.PI / 12));
            double value = level * season * Math.exp(lasting) * (random.nextDouble() < jobs ? 1.5 : 1);
            double capped = metric.equals("network") ? value : Math.min(value, 100);
            values[hour] = incident.change(server, metric, hour, capped);
        }
        return values;
    }
}
