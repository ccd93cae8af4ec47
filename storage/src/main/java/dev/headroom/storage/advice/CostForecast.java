package dev.headroom.storage.advice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the provider expects the whole cost to be. It is kept as it was on its day, to be scored when the cost is
/// known.
///
/// @param span of a step
/// @param asOf the day on which it was made: what was known is the cost before
/// @param metric such as `UNBLENDED_COST`
/// @param levelPercent how often the cost should lie between the two bounds
public record CostForecast(
        Span span, LocalDate asOf, String metric, int levelPercent, String currency, List<Step> steps)
        implements ProviderAdvice {
    public CostForecast {
        steps = List.copyOf(steps);
    }

    /// How long a step is.
    public enum Span {
        DAY,
        MONTH
    }

    /// @param until exclusive
    /// @param low and `high`: null where no interval is told
    public record Step(
            LocalDate from,
            LocalDate until,
            BigDecimal mean,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    @Override
    public Kind kind() {
        return switch (span) {
            case DAY -> Kind.FORECAST_BY_DAY;
            case MONTH -> Kind.FORECAST_BY_MONTH;
        };
    }

    @Override
    public String subject() {
        return asOf.toString();
    }
}
