package dev.headroom.engine.rightsizing;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Resampler;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server used on the machine it has now.
///
/// The history is cut at the last resize, because a percentage of another machine says nothing about this
/// one, and at the lookback. A resource without a single observation in the window is not in the profile.
public final class UsageProfile {
    private final Map<ResourceKind, UsageStatistics> statistics;
    private final Map<ResourceKind, ForecastPeaks> forecasts;
    private final @Nullable Instant resizedAt;

    private UsageProfile(
            Map<ResourceKind, UsageStatistics> statistics,
            Map<ResourceKind, ForecastPeaks> forecasts,
            @Nullable Instant resizedAt) {
        this.statistics = Collections.unmodifiableMap(statistics);
        this.forecasts = Map.copyOf(forecasts);
        this.resizedAt = resizedAt;
    }

    /// @param series readings of the resources, hourly or daily, best with statistic p95; in the unit of the
    ///     resource
    /// @param lookbackDays days before the end of the latest series that count; positive
    public static UsageProfile of(Server server, Map<ResourceKind, TimeSeries> series, int lookbackDays) {
        if (lookbackDays < 1) {
            throw new IllegalArgumentException("lookbackDays (" + lookbackDays + ") must be positive.");
        }
        Optional<Instant> resized =
                server.lastChange().map(Server.TypeChange::at).or(() -> begun(server));
        Instant end = series.values().stream()
                .map(s -> s.grid().end())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Instant back = end.minus(Duration.ofDays(lookbackDays));
        Instant from = resized.filter(back::isBefore).orElse(back);
        Map<ResourceKind, UsageStatistics> statistics = new EnumMap<>(ResourceKind.class);
        boolean cut = false;
        for (Map.Entry<ResourceKind, TimeSeries> entry : series.entrySet()) {
            TimeSeries whole = entry.getValue();
            TimeSeries window = whole.slice(firstAt(whole.grid(), from), whole.length());
            cut |= resized.isPresent() && observedBefore(whole, resized.get());
            if (window.missing() < window.length()) {
                statistics.put(entry.getKey(), new UsageStatistics(entry.getKey(), window));
            }
        }
        return new UsageProfile(statistics, Map.of(), cut ? resized.orElse(null) : null);
    }

    /// The same with what the coming months may bring, so that risk is judged on both.
    public UsageProfile withForecast(Map<ResourceKind, ForecastPeaks> peaks) {
        return new UsageProfile(statistics, peaks, resizedAt);
    }

    /// The coming months of a resource; empty when it was not forecast.
    public Optional<ForecastPeaks> forecast(ResourceKind kind) {
        return Optional.ofNullable(forecasts.get(kind));
    }

    /// From when on a server that never changed its type is known to have it.
    private static Optional<Instant> begun(Server server) {
        return server.spans().stream().findFirst().map(InstanceSpan::from);
    }

    public Map<ResourceKind, UsageStatistics> statistics() {
        return statistics;
    }

    public Optional<UsageStatistics> of(ResourceKind kind) {
        return Optional.ofNullable(statistics.get(kind));
    }

    /// When the machine was last changed, if that cut off history.
    public Optional<Instant> resizedAt() {
        return Optional.ofNullable(resizedAt);
    }

    /// One value a calendar day: daily readings as they are, shorter ones as the highest of the day, so that
    /// a day with one bad hour is a bad day. Empty for readings that are longer than a day or have no upper
    /// statistic.
    Optional<TimeSeries> daily(ResourceKind kind) {
        return of(kind).map(UsageStatistics::window).flatMap(window -> {
            if (window.grid().step().equals(Step.DAY)) {
                return Optional.of(window);
            }
            boolean shorter = window.grid().step() instanceof Step.Physical(Duration length)
                    && length.compareTo(Duration.ofDays(1)) < 0;
            return shorter && Resampler.supports(window.key().statistic(), Statistic.MAX)
                    ? Optional.of(Resampler.daily(window, Statistic.MAX))
                    : Optional.empty();
        });
    }

    /// The readings of the last days of a resource; empty when fewer than `minimumDays` of them were
    /// observed.
    Optional<UsageStatistics> recent(ResourceKind kind, int days, int minimumDays) {
        return of(kind).flatMap(all -> {
            TimeSeries window = all.window();
            Instant from = window.grid().end().minus(Duration.ofDays(days));
            TimeSeries last = window.slice(firstAt(window.grid(), from), window.length());
            if (last.missing() == last.length()) {
                return Optional.empty();
            }
            UsageStatistics recent = new UsageStatistics(kind, last);
            return recent.days() < minimumDays ? Optional.empty() : Optional.of(recent);
        });
    }

    private static boolean observedBefore(TimeSeries series, Instant instant) {
        int end = firstAt(series.grid(), instant);
        for (int i = 0; i < end; i++) {
            if (!Double.isNaN(series.value(i))) {
                return true;
            }
        }
        return false;
    }

    private static int firstAt(TimeGrid grid, Instant from) {
        int low = 0;
        int high = grid.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (grid.at(middle).isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
