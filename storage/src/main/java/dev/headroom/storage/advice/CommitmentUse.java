package dev.headroom.storage.advice;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// How far commitments were used in a month.
///
/// @param percent of what was bound that was used
/// @param committed what was bound: money of savings plans, hours of reservations
/// @param used of it
/// @param saving against on-demand, after the cost of what was bound
public record CommitmentUse(
        Commitment commitment,
        YearMonth month,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal committed,
        @Nullable BigDecimal used,
        @Nullable BigDecimal saving)
        implements ProviderAdvice {
    @Override
    public Kind kind() {
        return switch (commitment) {
            case SAVINGS_PLANS -> Kind.SAVINGS_PLANS_USE;
            case RESERVATIONS -> Kind.RESERVATIONS_USE;
        };
    }

    @Override
    public String subject() {
        return month.toString();
    }
}
