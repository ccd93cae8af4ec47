package dev.headroom.engine.plan;

import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.quantity.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The best set of actions and the commitment that goes with it. Savings are expected values over the term,
/// net of the running commitments; they add up in this set only.
///
/// @param chosen what to do, the largest marginal saving first
/// @param commitment what to buy besides; empty when no purchase helps
/// @param left what was left out, and why
/// @param saving of all together, over the term
/// @param bound no set that keeps the limits saves more than this
/// @param effort points of what is chosen
/// @param restarts of what is chosen
/// @param expectedBreaches of what is chosen, in twelve months
public record ActionPlan(
        UsagePool pool,
        int days,
        List<Chosen> chosen,
        Optional<Purchase> commitment,
        List<LeftOut> left,
        Money saving,
        Money bound,
        int effort,
        int restarts,
        double expectedBreaches) {
    public ActionPlan {
        chosen = List.copyOf(chosen);
        left = List.copyOf(left);
    }

    /// By how much a better set could at most be better, in percent of the saving; 0 when nothing is saved.
    public double gapPercent() {
        double amount = saving.amount().doubleValue();
        return amount <= 0 ? 0 : Math.max(0, 100 * (bound.amount().doubleValue() / amount - 1));
    }

    /// An action of the set.
    ///
    /// @param day the first day on which it can be done
    /// @param gross what it takes off the on-demand cost over the term, if nothing else paid for the usage
    /// @param alone what it saves over the term as the only action, net of the running commitments
    /// @param marginal what the set would lose without it
    public record Chosen(Action action, LocalDate day, Money gross, Money alone, Money marginal) {}

    /// The commitment of the set.
    ///
    /// @param hourly what it costs an hour
    /// @param marginal what the set would lose without it
    /// @param badCase the 5 % quantile of its own saving on the usage that the actions leave
    /// @param unusedShare the share of it that is unused on average
    public record Purchase(
            CommitmentRate rate, Money hourly, Money upfront, Money marginal, Money badCase, double unusedShare) {}

    /// An action that is not in the set.
    public record LeftOut(Action action, String reason) {}
}
