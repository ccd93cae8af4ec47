package dev.headroom.engine.drift;

import dev.headroom.engine.forecast.QuantileForecast;
import java.time.Instant;
import java.util.Objects;

/// A forecast as it was made, before its days came.
///
/// @param asOf the time of the last observation that it knew
public record IssuedForecast(Instant asOf, QuantileForecast forecast) {
    public IssuedForecast {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(forecast, "forecast");
    }
}
