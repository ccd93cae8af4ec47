package dev.headroom.app.usecase;

import java.time.LocalDate;
import java.util.Optional;

/// A forecast of the daily cost by AWS and ours of the same day, against what came.
///
/// @param asOf the day on which both were possible; the cost before was known
/// @param days how many of the forecast days are over
/// @param ours empty when too little was known by then
public record RivalForecast(LocalDate asOf, String currency, int days, Score theirs, Optional<Score> ours) {
    /// @param error the sum of the absolute errors by the sum of the cost, 0 is best
    /// @param coverage the share of days within the interval of 80 %
    public record Score(double error, double coverage) {}
}
