package dev.headroom.engine.plan;

import dev.headroom.engine.commitment.CommitmentRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.concurrent.Parallelism;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/// The choice of a set for one rate as a mixed-integer program: binary variables say which actions are done,
/// one variable the size of the commitment, one the remaining on-demand cost, which the tangents bound from
/// below.
///
/// Source: outer approximation, Duran and Grossmann (1986), doi:10.1007/BF02592064; the programs are solved
/// by ojAlgo.
final class SetModel {
    private static final long PATIENCE_MILLIS = 20_000;
    // Gomory cuts on columns of such different sizes have cut off the optimum; no fraction is above one half.
    private static final double NO_CUTS = 0.9;

    private final List<Action> actions;
    private final double[] amounts;
    private final PlanLimits limits;

    /// @param amounts what each action takes off an hour, on average over the term
    SetModel(List<Action> actions, double[] amounts, PlanLimits limits) {
        this.actions = actions;
        this.amounts = amounts.clone();
        this.limits = limits;
    }

    /// Whether actions are done or not, or may also be done in part, which bounds the cost from below.
    private enum Form {
        WHOLE,
        RELAXED
    }

    /// @param bound the least cost that any set can have with these tangents
    record Solution(boolean[] done, double size, double bound) {
        Solution {
            done = done.clone();
        }

        @Override
        public boolean[] done() {
            return done.clone();
        }
    }

    /// The empty set keeps all limits, and no cost is below 0: that is what is known when the solver gives
    /// up.
    ///
    /// @param rate the commitment that may be bought; empty for none
    /// @param most the largest size of it, on-demand cost an hour
    Solution solve(RemainingCost remaining, Optional<CommitmentRate> rate, double most) {
        return solve(remaining, rate, most, Form.WHOLE)
                .orElseGet(() -> new Solution(new boolean[actions.size()], 0, 0));
    }

    private Optional<Solution> solve(RemainingCost remaining, Optional<CommitmentRate> rate, double most, Form form) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.integer(IntegerStrategy.newConfigurable()
                .withParallelism(Parallelism.ONE)
                .withGapTolerance(NumberContext.of(9))
                .withGMICutConfiguration(new IntegerStrategy.GMICutConfiguration().withFractionality(NO_CUTS)));
        model.options.time_abort = PATIENCE_MILLIS;
        double scale = Math.max(1, remaining.at(0));
        List<Variable> done = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            done.add(model.newVariable("do " + i).binary());
        }
        Variable size = model.newVariable("size").lower(0).upper(rate.isPresent() ? most : 0);
        double price = rate.map(one -> (1 - one.discount()) * remaining.hours()).orElse(0.0);
        size.weight(price / scale);
        Variable cost = model.newVariable("remaining").lower(0).weight(1);
        int number = 0;
        for (RemainingCost.Tangent tangent : remaining.tangents()) {
            // cost ≥ (value + slope · (Σ amount + size − at)) / scale
            Expression above = model.newExpression("tangent " + number++)
                    .lower((tangent.value() - tangent.slope() * tangent.at()) / scale);
            above.set(cost, 1);
            above.set(size, -tangent.slope() / scale);
            for (int i = 0; i < done.size(); i++) {
                above.set(done.get(i), -tangent.slope() * amounts[i] / scale);
            }
        }
        constrain(model, done, size, price, rate);
        if (form == Form.RELAXED) {
            model.relax(true);
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        boolean[] chosen = new boolean[done.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = result.doubleValue(i) > 0.5;
        }
        double bound = result.getValue() * scale;
        if (form == Form.WHOLE && !result.getState().isOptimal()) {
            bound = solve(remaining, rate, most, Form.RELAXED)
                    .map(Solution::bound)
                    .orElse(0.0);
        }
        return Optional.of(new Solution(chosen, Math.max(0, result.doubleValue(done.size())), bound));
    }

    private void constrain(
            ExpressionsBasedModel model,
            List<Variable> done,
            Variable size,
            double price,
            Optional<CommitmentRate> rate) {
        Map<String, Expression> resources = new LinkedHashMap<>();
        for (int i = 0; i < done.size(); i++) {
            resources
                    .computeIfAbsent(
                            actions.get(i).resource(),
                            name -> model.newExpression("one on " + name).upper(1))
                    .set(done.get(i), 1);
        }
        limits.effort().ifPresent(points -> {
            Expression sum = model.newExpression("effort").upper(points);
            for (int i = 0; i < done.size(); i++) {
                sum.set(done.get(i), actions.get(i).effort().points());
            }
        });
        limits.restarts().ifPresent(count -> {
            Expression sum = model.newExpression("restarts").upper(count);
            for (int i = 0; i < done.size(); i++) {
                sum.set(done.get(i), actions.get(i).restart() == Action.Restart.NEEDED ? 1 : 0);
            }
        });
        limits.breaches().ifPresent(months -> {
            Expression sum = model.newExpression("breaches").upper(months);
            for (int i = 0; i < done.size(); i++) {
                sum.set(done.get(i), actions.get(i).expectedBreaches());
            }
        });
        double share = rate.map(one -> one.payment().upfrontShare()).orElse(0.0);
        Optional<BigDecimal> upfront = limits.upfront();
        if (share > 0 && upfront.isPresent()) {
            model.newExpression("upfront").upper(upfront.get().doubleValue()).set(size, price * share);
        }
    }
}
