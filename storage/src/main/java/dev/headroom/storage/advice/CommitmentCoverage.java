package dev.headroom.storage.advice;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// How far commitments covered what could be covered in a month.
///
/// @param percent that was covered: of cost for savings plans, of hours for reservations
/// @param covered cost, or hours
/// @param onDemandCost of what was not covered
public record CommitmentCoverage(
        Commitment commitment,
        YearMonth month,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal covered,
        @Nullable BigDecimal onDemandCost)
        implements ProviderAdvice {
    @Override
    public Kind kind() {
        return switch (commitment) {
            case SAVINGS_PLANS -> Kind.SAVINGS_PLANS_COVERAGE;
            case RESERVATIONS -> Kind.RESERVATIONS_COVERAGE;
        };
    }

    @Override
    public String subject() {
        return month.toString();
    }
}
