package dev.headroom.storage.advice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A budget that is kept at the provider, and where it stands in its current period.
///
/// @param type of what is limited, such as `COST` or `USAGE`
/// @param period over which it is limited, such as `MONTHLY`
/// @param limit null where it plans each period by itself
/// @param forecast what the provider expects at the end of the period
/// @param unit a currency, or the unit of a usage
public record BudgetState(
        String name,
        String type,
        String period,
        Covers covers,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal forecast,
        String unit)
        implements ProviderAdvice {
    /// How much of the account it limits.
    public enum Covers {
        ALL,
        /// What its filter takes, such as a service or a tag.
        PART
    }

    @Override
    public Kind kind() {
        return Kind.BUDGET;
    }

    @Override
    public String subject() {
        return name;
    }
}
