package dev.headroom.engine.commitment;

import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.quantity.Money;
import java.util.Arrays;

/// What rightsizing and a commitment save together, in both orders. Smaller machines leave less usage for a
/// commitment to pay for, so that the two savings do not add up.
///
/// @param rate the commitment that is bought in both
/// @param commitmentAlone expected saving over the term of the commitment without rightsizing
/// @param rightsizingAlone expected saving of rightsizing without a new commitment, net of the running ones
/// @param addedUp what the two would be if they did not concern the same usage
/// @param commitFirst sized on the present usage, rightsized afterwards
/// @param rightsizeFirst sized on what is left after rightsizing
public record OrderComparison(
        CommitmentRate rate,
        Money commitmentAlone,
        Money rightsizingAlone,
        Money addedUp,
        Together commitFirst,
        Together rightsizeFirst) {
    /// Both in one order.
    ///
    /// @param commitmentHour what is bought, an hour
    /// @param expectedSaving of both together, over the term
    /// @param badCaseSaving the 5 % quantile over the paths
    /// @param unusedShare the share of the commitment that is unused on average
    public record Together(Money commitmentHour, Money expectedSaving, Money badCaseSaving, double unusedShare) {}

    /// @param smaller on-demand cost an hour that rightsizing takes off the usage of the pool
    static OrderComparison of(PoolForecast forecast, CommitmentRate rate, double smaller, Posture posture) {
        UsagePool pool = forecast.pool();
        int days = rate.term().days();
        UsagePaths present = forecast.usage();
        UsagePaths shrunk = present.less(smaller, 0);
        double[] gone = present.totals(days);
        double[] left = shrunk.totals(days);
        for (int path = 0; path < gone.length; path++) {
            gone[path] -= left[path];
        }
        CommitmentSizer onShrunk = new CommitmentSizer(shrunk, days);
        CommitmentSizer.Sized before = sized(new CommitmentSizer(present, days), rate.discount(), posture);
        CommitmentSizer.Sized after = sized(onShrunk, rate.discount(), posture);
        double rightsizing = Arrays.stream(gone).average().orElse(0);
        return new OrderComparison(
                rate,
                PurchaseOption.money(before.expected(), pool, 2),
                PurchaseOption.money(rightsizing, pool, 2),
                PurchaseOption.money(before.expected() + rightsizing, pool, 2),
                together(pool, gone, onShrunk.at(before.level(), rate.discount())),
                together(pool, gone, after));
    }

    private static CommitmentSizer.Sized sized(CommitmentSizer sizer, double discount, Posture posture) {
        return switch (posture) {
            case CAREFUL -> sizer.careful(discount);
            case EXPECTED -> sizer.best(discount);
        };
    }

    private static Together together(UsagePool pool, double[] gone, CommitmentSizer.Sized sized) {
        double[] savings = sized.profile().savings(sized.size(), sized.discount());
        for (int path = 0; path < savings.length; path++) {
            savings[path] += gone[path];
        }
        Arrays.sort(savings);
        return new Together(
                PurchaseOption.money(sized.level() * (1 - sized.discount()), pool, 4),
                PurchaseOption.money(Arrays.stream(savings).average().orElse(0), pool, 2),
                PurchaseOption.money(OrderStatistics.quantileOfSorted(savings, CommitmentSizer.BAD_CASE), pool, 2),
                sized.profile().unusedShare(sized.size()));
    }
}
