package dev.headroom.storage.cache;

import dev.headroom.engine.series.Resampler;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Observations of series, by the length of their step. Readings of parts of a day can leave their days behind.
final class OldObservations implements RetentionKind {
    private static final List<Statistic> OF_DAYS = List.of(Statistic.MEAN, Statistic.P95, Statistic.MAX);

    @Override
    public List<String> words() {
        return List.of("minutes", "hourly", "daily");
    }

    private static boolean is(String word, Step step) {
        long minutes = step.typicalLength().toMinutes();
        return switch (word) {
            case "minutes" -> minutes < 60;
            case "hourly" -> minutes >= 60 && minutes < 24 * 60;
            default -> minutes >= 24 * 60;
        };
    }

    @Override
    public void remove(Connection connection, String word, Instant cutoff, RetentionPolicy policy, Findings findings)
            throws SQLException {
        Protection protection = Protection.of(connection);
        SeriesStore store = new SeriesStore(connection);
        // Days are made from means first, as forecasts make them.
        List<SeriesInfo> old = store.catalog().stream()
                .filter(info -> is(word, info.step()) && info.first().isBefore(cutoff))
                .sorted(Comparator.comparing((SeriesInfo info) -> info.key().statistic())
                        .thenComparing(SeriesInfo::key))
                .toList();
        for (SeriesInfo info : old) {
            String subject = info.key().resource() + "/" + info.key().metric() + " "
                    + info.key().statistic().code() + " " + info.step().code();
            Optional<String> why = protection.reason(info.key(), info.step());
            if (why.isPresent()) {
                findings.spared().add(new RetentionReport.Spared(word, subject, why.get()));
                continue;
            }
            SeriesStore.Row row = store.find(info.key(), info.step()).orElseThrow();
            long cut = row.grid().ceiling(cutoff);
            OptionalLong days = policy.rollUp() == RetentionPolicy.RollUp.DAILY && !word.equals("daily")
                    ? rollUp(store, info, row, cut)
                    : OptionalLong.of(0);
            if (days.isEmpty()) {
                findings.spared()
                        .add(new RetentionReport.Spared(
                                word, subject, "its days do not lie on the grid of the daily series"));
                continue;
            }
            SeriesCut.Dropped dropped = new SeriesCut(connection).before(row, cut);
            if (dropped.observations() > 0) {
                Instant last =
                        info.last().isBefore(cutoff) ? info.last() : row.grid().at(cut - 1);
                findings.removed()
                        .add(new RetentionReport.Removed(
                                word,
                                subject,
                                dropped.observations(),
                                info.first(),
                                last,
                                dropped.bytes(),
                                days.getAsLong()));
            }
        }
    }

    /// Adds the days of the readings before `cut` to the daily series of mean, p95 and max, where they do not have
    /// these days already.
    ///
    /// @return how many days were added; empty when a daily series lies on another grid
    private static OptionalLong rollUp(SeriesStore store, SeriesInfo info, SeriesStore.Row row, long cut)
            throws SQLException {
        Optional<long[]> extent = store.extent(row);
        if (extent.isEmpty()) {
            return OptionalLong.of(0);
        }
        long first = extent.get()[0];
        long end = Math.min(cut, extent.get()[1] + 1);
        double[] values = store.range(row, first, end);
        TimeSeries readings = new TimeSeries(info.key(), row.grid().slice(first, values.length), values);
        long added = 0;
        for (Statistic statistic : OF_DAYS) {
            if (!Resampler.supports(info.key().statistic(), statistic)) {
                continue;
            }
            TimeSeries days = Resampler.daily(readings, statistic);
            SeriesStore.Row daily = store.findOrCreate(days.key(), SeriesGrid.of(days.grid()), row.unit());
            OptionalLong start = daily.grid().exact(days.grid().start());
            if (start.isEmpty() || !daily.grid().zone().equals(days.grid().zone())) {
                return OptionalLong.empty();
            }
            double[] kept = store.range(daily, start.getAsLong(), start.getAsLong() + days.length());
            double[] fresh = days.values();
            for (int day = 0; day < fresh.length; day++) {
                fresh[day] = Double.isNaN(kept[day]) ? fresh[day] : Double.NaN;
            }
            long count =
                    Arrays.stream(fresh).filter(value -> !Double.isNaN(value)).count();
            if (count > 0) {
                store.merge(daily, start.getAsLong(), fresh);
                added += count;
            }
        }
        return OptionalLong.of(added);
    }
}
