package dev.headroom.storage.advice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A commitment that the provider advises to buy, by what was used in a time that is over.
///
/// @param what is bought, such as `COMPUTE_SP` or `m6a.large Linux/UNIX`
/// @param account for which; empty for all
/// @param region empty where it holds in all
/// @param term such as `ONE_YEAR`
/// @param payment such as `NO_UPFRONT`
/// @param lookback over which usage was looked at, such as `THIRTY_DAYS`
/// @param commitmentHour money to bind an hour; of savings plans
/// @param count how many; of reservations
/// @param savingMonth a month
/// @param usePercent how much of it would have been used
public record PurchaseAdvice(
        Commitment commitment,
        String what,
        String account,
        String region,
        String term,
        String payment,
        String lookback,
        @Nullable BigDecimal commitmentHour,
        @Nullable BigDecimal count,
        @Nullable BigDecimal upfront,
        @Nullable BigDecimal savingMonth,
        @Nullable BigDecimal savingPercent,
        @Nullable BigDecimal breakEvenMonths,
        @Nullable BigDecimal usePercent,
        String currency)
        implements ProviderAdvice {
    @Override
    public Kind kind() {
        return switch (commitment) {
            case SAVINGS_PLANS -> Kind.SAVINGS_PLANS_PURCHASE;
            case RESERVATIONS -> Kind.RESERVATIONS_PURCHASE;
        };
    }

    @Override
    public String subject() {
        return String.join("/", what, account, region, term, payment);
    }
}
