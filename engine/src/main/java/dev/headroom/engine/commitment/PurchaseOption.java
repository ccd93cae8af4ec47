package dev.headroom.engine.commitment;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalDouble;

/// One way to buy a commitment, in the size that is best for it, over its whole term on the forecast paths.
/// Amounts are rounded to the cent, hourly ones to a hundredth of it.
///
/// @param rate the discount that it rests on
/// @param onDemandHour the on-demand cost an hour that it pays for
/// @param commitmentHour what it costs an hour
/// @param upfront what is paid when it is bought
/// @param expectedSaving the mean over the paths, over the term
/// @param badCaseSaving the 5 % quantile over the paths
/// @param goodCaseSaving the 95 % quantile over the paths
/// @param lossProbability the share of the paths on which it costs more than it saves
/// @param unusedProbability the probability, over hours and paths, that a part of it is unused
/// @param unusedShare the share of it that is unused on average
/// @param coverage the share that it pays for of the usage that is left on average
/// @param breakEvenMonths after how many months it has saved what was paid until then; empty when never in
///     the term
/// @param safeMonths after how many months it has saved what it costs in all, so that nothing is lost even if
///     the usage ends; empty when never in the term
/// @param confidence how far the history carries the term, 0..1
/// @param reason why it is recommended, an alternative or rejected
public record PurchaseOption(
        UsagePool pool,
        CommitmentRate rate,
        Money onDemandHour,
        Money commitmentHour,
        Money upfront,
        Money expectedSaving,
        Money badCaseSaving,
        Money goodCaseSaving,
        double lossProbability,
        double unusedProbability,
        double unusedShare,
        OptionalDouble coverage,
        OptionalDouble breakEvenMonths,
        OptionalDouble safeMonths,
        double confidence,
        Verdict verdict,
        String reason) {
    private static final double DAYS_A_MONTH = 365.0 / 12;

    static PurchaseOption of(PoolForecast forecast, CommitmentRate rate, CommitmentSizer.Sized sized) {
        int days = rate.term().days();
        double hourly = sized.level() * (1 - rate.discount());
        double cost = hourly * days * HourShape.HOURS;
        double upfront = cost * rate.payment().upfrontShare();
        double[] paid = sized.level() == 0 ? new double[0] : forecast.usage().paidByDay(days, sized.level());
        double left = forecast.usage().meanLeft(days) * days * HourShape.HOURS;
        UsagePool pool = forecast.pool();
        return new PurchaseOption(
                pool,
                rate,
                money(sized.level(), pool, 4),
                money(hourly, pool, 4),
                money(upfront, pool, 2),
                money(sized.expected(), pool, 2),
                money(sized.badCase(), pool, 2),
                money(sized.quantile(1 - CommitmentSizer.BAD_CASE), pool, 2),
                sized.lossProbability(),
                sized.profile().unusedProbability(sized.size()),
                sized.profile().unusedShare(sized.size()),
                left > 0 ? OptionalDouble.of(Arrays.stream(paid).sum() / left) : OptionalDouble.empty(),
                months(paid, upfront, (cost - upfront) / days),
                months(paid, cost, 0),
                forecast.confidence(rate.term()),
                Verdict.REJECTED,
                "");
    }

    PurchaseOption judged(Verdict as, String why) {
        return new PurchaseOption(
                pool,
                rate,
                onDemandHour,
                commitmentHour,
                upfront,
                expectedSaving,
                badCaseSaving,
                goodCaseSaving,
                lossProbability,
                unusedProbability,
                unusedShare,
                coverage,
                breakEvenMonths,
                safeMonths,
                confidence,
                as,
                why);
    }

    public boolean isNothing() {
        return commitmentHour.amount().signum() == 0;
    }

    /// The expected saving of an average month of the term.
    public Money expectedSavingMonth() {
        return new Money(
                expectedSaving
                        .amount()
                        .divide(BigDecimal.valueOf(rate.term().days() / 365L * 12), 2, RoundingMode.HALF_EVEN),
                expectedSaving.currency());
    }

    /// After how many months the sum of what is saved reaches what was paid first and since.
    private static OptionalDouble months(double[] saved, double first, double daily) {
        double balance = -first;
        if (balance >= 0 && saved.length > 0 && saved[0] >= daily) {
            return OptionalDouble.of(0);
        }
        for (int day = 0; day < saved.length; day++) {
            balance += saved[day] - daily;
            if (balance >= 0) {
                return OptionalDouble.of((day + 1) / DAYS_A_MONTH);
            }
        }
        return OptionalDouble.empty();
    }

    static Money money(double value, UsagePool pool, int decimals) {
        return new Money(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN), pool.currency());
    }
}
