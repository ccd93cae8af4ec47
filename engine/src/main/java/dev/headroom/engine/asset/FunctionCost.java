package dev.headroom.engine.asset;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// What the calls of a function cost in a month: each by its memory and duration, and a price for a million
/// of them. Free tiers and the cheaper prices of large amounts are left out.
final class FunctionCost {
    private static final double DAYS_A_MONTH = 365 / 12.0;
    private static final double MB_PER_GB = 1_024;

    private final Readings calls;
    private final Readings duration;
    private final PriceSheet prices;
    private final String region;

    /// @param calls sums
    /// @param duration means in milliseconds
    FunctionCost(Readings calls, Readings duration, PriceSheet prices, String region) {
        this.calls = calls;
        this.duration = duration;
        this.prices = prices;
        this.region = region;
    }

    double callsAMonth() {
        return calls.sum() / calls.days() * DAYS_A_MONTH;
    }

    Readings calls() {
        return calls;
    }

    Readings duration() {
        return duration;
    }

    /// @param slowdown how many times as long a call takes as it does now
    Optional<Money> month(double memoryMb, boolean arm, double slowdown) {
        double gbSeconds = callsAMonth() * duration.mean() / 1_000 * slowdown * memoryMb / MB_PER_GB;
        PriceItem item = arm ? PriceItem.FUNCTION_ARM64_GB_SECOND : PriceItem.FUNCTION_X86_64_GB_SECOND;
        return prices.find(region, item)
                .map(price -> price.times(BigDecimal.valueOf(gbSeconds)))
                .flatMap(compute -> prices.find(region, PriceItem.FUNCTION_MILLION_CALLS)
                        .map(price -> price.times(BigDecimal.valueOf(callsAMonth() / 1e6)))
                        .map(compute::plus));
    }
}
