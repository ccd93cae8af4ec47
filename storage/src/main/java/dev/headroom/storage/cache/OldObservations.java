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
import java.util.stream.Stream;

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
        List<SeriesInfo> catalog = store.catalog();
        List<SeriesInfo> old = catalog.stream()
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
                    ? rollUp(store, catalog, info, row, cut)
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

    /// True when days of a statistic are made of this series, as forecasts make them: a mean of means, a max of
    /// maxima, a p95 of short means, else of p95 values, else of longer means.
    private static boolean isSource(List<SeriesInfo> catalog, SeriesInfo info, Statistic days) {
        Statistic readings = info.key().statistic();
        return switch (days) {
            case P95 ->
                switch (readings) {
                    case MEAN, LAST ->
                        isShort(info)
                                || partsOfDays(catalog, info)
                                        .noneMatch(other -> other.key().statistic() == Statistic.P95);
                    case P95 ->
                        partsOfDays(catalog, info)
                                .noneMatch(other -> other.key().statistic() == Statistic.MEAN && isShort(other));
                    case MAX, MIN, SUM -> false;
                };
            case MAX -> readings == Statistic.MAX;
            case MEAN, MIN, SUM, LAST -> Resampler.supports(readings, days);
        };
    }

    private static boolean isShort(SeriesInfo info) {
        return info.step().typicalLength().compareTo(Resampler.READINGS) <= 0;
    }

    private static Stream<SeriesInfo> partsOfDays(List<SeriesInfo> catalog, SeriesInfo info) {
        return catalog.stream()
                .filter(other -> other.key().resource().equals(info.key().resource())
                        && other.key().metric().equals(info.key().metric())
                        && !is("daily", other.step()));
    }

    /// Adds the days of the readings before `cut` to the daily series of mean, p95 and max, where they do not have
    /// these days already.
    ///
    /// @return how many days were added; empty when a daily series lies on another grid
    private static OptionalLong rollUp(
            SeriesStore store, List<SeriesInfo> catalog, SeriesInfo info, SeriesStore.Row row, long cut)
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
            if (!isSource(catalog, info, statistic)) {
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
