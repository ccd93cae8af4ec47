package dev.headroom.storage.advice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An unusual cost that the provider found.
///
/// @param last the last day so far
/// @param about the value of the dimension that is watched, such as a service; empty when it is not told
/// @param impact cost above what was expected
/// @param score how unusual it is at most, from 0 to 1
public record CostAnomaly(
        String id,
        LocalDate first,
        @Nullable LocalDate last,
        String about,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal score,
        List<Cause> causes)
        implements ProviderAdvice {
    public CostAnomaly {
        causes = List.copyOf(causes);
    }

    /// Where it came from, the largest first; what is not told is empty.
    ///
    /// @param contribution to the impact
    public record Cause(
            String service,
            String account,
            String region,
            String usageType,
            @Nullable BigDecimal contribution) {}

    @Override
    public Kind kind() {
        return Kind.ANOMALY;
    }

    @Override
    public String subject() {
        return id;
    }
}
