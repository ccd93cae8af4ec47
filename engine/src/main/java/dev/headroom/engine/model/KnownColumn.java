package dev.headroom.engine.model;

import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Values that are known beyond the end of a series, such as planned traffic or days of a campaign.
///
/// @param name in words, such as `promotions`
/// @param values by instant; they may begin before the series and must reach as far as the forecast
public record KnownColumn(String name, TimeSeries values) {
    private static final int SEARCHED = 3;

    public KnownColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(values, "values");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be empty.");
        }
    }

    /// The value at an instant; NaN when it is not known.
    public double at(Instant instant) {
        TimeGrid grid = values.grid();
        double step = grid.step().typicalLength().toSeconds();
        // Months and days of 23 hours are not all equally long, so the neighbours of the guess are looked at too.
        long guess = Math.round(Duration.between(grid.start(), instant).toSeconds() / Math.max(1, step));
        for (long index = guess - SEARCHED; index <= guess + SEARCHED; index++) {
            if (index >= 0 && index < grid.length() && grid.at(index).equals(instant)) {
                return values.value((int) index);
            }
        }
        return Double.NaN;
    }
}
