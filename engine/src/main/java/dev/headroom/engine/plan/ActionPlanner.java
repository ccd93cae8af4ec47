package dev.headroom.engine.plan;

import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.CommitmentSizer;
import dev.headroom.engine.commitment.UsagePaths;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Chooses the set of actions, and the commitment with it, that is expected to save most over a term.
///
/// Input: paths of the usage after running commitments, actions, rates of commitments for all compute,
/// limits. Output: the set, what each action adds to it, what was left out and why, and a bound that no set
/// can beat. What actions take off the usage that commitments pay for saves nothing, so that savings depend
/// on the whole set; the saving is a concave function of what is taken off and of the size of the commitment
/// together, and is approximated by its tangents from outside until bound and saving meet within a tenth of a
/// percent. Errors: none; without actions the set is empty. Source: outer approximation, Duran and Grossmann
/// (1986), doi:10.1007/BF02592064. Departures: an action that has to wait counts with its share of the days;
/// what it takes off is the same in every hour; one commitment for all compute.
public final class ActionPlanner {
    private static final int ROUNDS = 12;
    private static final double TOLERANCE = 1e-3;

    private final UsagePool pool;
    private final UsagePaths usage;
    private final int days;
    private final PlanLimits limits;
    private final RemainingCost remaining;
    private final double today;

    /// @param days of the term, at most those of the paths
    public ActionPlanner(UsagePool pool, UsagePaths usage, int days, PlanLimits limits) {
        this.pool = pool;
        this.usage = usage;
        this.days = days;
        this.limits = limits;
        this.remaining = new RemainingCost(usage, days);
        this.today = remaining.at(0);
    }

    private record Best(boolean[] done, Optional<CommitmentRate> rate, double size, double cost, double bound) {}

    /// @param actions in any order; those in another currency are left out
    /// @param rates of commitments for all compute; of one kind and term
    public ActionPlan choose(List<Action> actions, List<CommitmentRate> rates) {
        List<ActionPlan.LeftOut> left = new ArrayList<>();
        List<Action> possible = actions.stream()
                .filter(action -> {
                    Optional<String> why = impossible(action);
                    why.ifPresent(reason -> left.add(new ActionPlan.LeftOut(action, reason)));
                    return why.isEmpty();
                })
                .toList();
        double[] amounts = possible.stream().mapToDouble(this::amount).toArray();
        SetModel model = new SetModel(possible, amounts, limits);
        Best best = solve(model, amounts, Optional.empty());
        double bound = best.bound();
        for (CommitmentRate rate : rates) {
            Best other = solve(model, amounts, Optional.of(rate));
            bound = Math.min(bound, other.bound());
            best = other.cost() < best.cost() - 1e-6 * today ? other : best;
        }
        return plan(possible, amounts, best, bound, left);
    }

    private Optional<String> impossible(Action action) {
        if (!action.saving().currency().equals(pool.currency())) {
            return Optional.of("priced in " + action.saving().currency() + ", the usage is in " + pool.currency());
        }
        if (limits.riskGrade().isPresent()
                && action.riskGrade() > limits.riskGrade().getAsInt()) {
            return Optional.of("its risk grade " + action.riskGrade() + " is above the limit of "
                    + limits.riskGrade().getAsInt());
        }
        if (!day(action).isBefore(usage.start().plusDays(days))) {
            return Optional.of("frozen until " + day(action) + ", the end of the term");
        }
        return Optional.empty();
    }

    private LocalDate day(Action action) {
        return action.restart() == Action.Restart.NEEDED
                ? Freeze.firstFree(usage.start(), limits.freezes())
                : usage.start();
    }

    /// What an action takes off an hour, on average over the term.
    private double amount(Action action) {
        double waiting = ChronoUnit.DAYS.between(usage.start(), day(action));
        return action.savingHour() * (1 - waiting / days);
    }

    private Best solve(SetModel model, double[] amounts, Optional<CommitmentRate> rate) {
        Best best = new Best(new boolean[amounts.length], rate, 0, today, 0);
        for (int round = 0; round < ROUNDS; round++) {
            SetModel.Solution found = model.solve(remaining, rate, remaining.most());
            double cost = cost(total(found.done(), amounts), rate, found.size());
            double bound = Math.max(best.bound(), found.bound());
            best = cost < best.cost()
                    ? new Best(found.done(), rate, found.size(), cost, bound)
                    : new Best(best.done(), rate, best.size(), best.cost(), bound);
            if (best.cost() - bound <= TOLERANCE * Math.max(1e-9, today - best.cost())) {
                break;
            }
            remaining.touch(total(found.done(), amounts) + found.size());
        }
        return best;
    }

    private static double total(boolean[] done, double[] amounts) {
        double total = 0;
        for (int i = 0; i < done.length; i++) {
            total += done[i] ? amounts[i] : 0;
        }
        return total;
    }

    private double cost(double amount, Optional<CommitmentRate> rate, double size) {
        return remaining.at(amount + size) + price(rate, size);
    }

    private double price(Optional<CommitmentRate> rate, double size) {
        return rate.map(one -> (1 - one.discount()) * size * remaining.hours()).orElse(0.0);
    }

    private ActionPlan plan(
            List<Action> possible, double[] amounts, Best best, double bound, List<ActionPlan.LeftOut> left) {
        double whole = total(best.done(), amounts);
        List<ActionPlan.Chosen> chosen = new ArrayList<>();
        List<Action> taken = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            if (best.done()[i]) {
                Action action = possible.get(i);
                taken.add(action);
                chosen.add(new ActionPlan.Chosen(
                        action,
                        day(action),
                        money(amounts[i] * remaining.hours()),
                        money(today - remaining.at(amounts[i])),
                        money(cost(whole - amounts[i], best.rate(), best.size()) - best.cost())));
            }
        }
        chosen.sort(
                Comparator.comparing((ActionPlan.Chosen one) -> one.marginal()).reversed());
        for (int i = 0; i < amounts.length; i++) {
            if (!best.done()[i]) {
                double more = best.cost() - cost(whole + amounts[i], best.rate(), best.size());
                left.add(new ActionPlan.LeftOut(
                        possible.get(i), new LeavingOut(limits, taken).reason(possible.get(i), money(more))));
            }
        }
        return new ActionPlan(
                pool,
                days,
                chosen,
                best.rate().filter(rate -> best.size() > 1e-6).map(rate -> purchase(rate, whole, best)),
                left,
                money(today - best.cost()),
                money(Math.max(today - bound, today - best.cost())),
                taken.stream().mapToInt(action -> action.effort().points()).sum(),
                (int) taken.stream()
                        .filter(action -> action.restart() == Action.Restart.NEEDED)
                        .count(),
                taken.stream().mapToDouble(Action::expectedBreaches).sum());
    }

    private ActionPlan.Purchase purchase(CommitmentRate rate, double whole, Best best) {
        CommitmentSizer.Sized sized =
                new CommitmentSizer(usage.held(whole, 0, days), days).at(best.size(), rate.discount());
        double price = price(Optional.of(rate), best.size());
        return new ActionPlan.Purchase(
                rate,
                new Money(
                        BigDecimal.valueOf(price / remaining.hours()).setScale(4, RoundingMode.HALF_EVEN),
                        pool.currency()),
                money(price * rate.payment().upfrontShare()),
                money(remaining.at(whole) - best.cost()),
                money(sized.badCase()),
                sized.profile().unusedShare(sized.size()));
    }

    private Money money(double amount) {
        return new Money(BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN), pool.currency());
    }
}
