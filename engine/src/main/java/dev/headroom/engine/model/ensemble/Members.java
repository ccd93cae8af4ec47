package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who takes part in the combination of a series.
///
/// @param alone the components that learn from the series alone
/// @param pool what many series taught, for the component [Component#POOLED]
/// @param single whether the pool forecasts alone
record Members(FrequencyClass frequency, SeasonPlan plan, List<Component> alone, Optional<Pool> pool, boolean single) {
    private static final int FEWEST_SERIES = 20;

    /// The components of the frequency, and the pool where it was measured to help: with some twenty series and
    /// more, and not on sub-daily grids.
    static Members of(ModelSpec.Auto spec, Optional<Pool> pool, Step step) {
        FrequencyClass frequency = FrequencyClass.of(step, spec.seasons());
        boolean helps = frequency != FrequencyClass.SUB_DAILY
                && spec.settings().word("pool", "file").equals("file");
        return new Members(
                frequency,
                plan(frequency, spec.seasons()),
                frequency.pool(),
                pool.filter(taught -> helps && taught.series() >= FEWEST_SERIES),
                false);
    }

    /// The pool alone.
    static Members of(ModelSpec.Global spec, Pool pool, Step step) {
        FrequencyClass frequency = FrequencyClass.of(step, spec.seasons());
        return new Members(frequency, plan(frequency, spec.seasons()), List.of(), Optional.of(pool), true);
    }

    private static SeasonPlan plan(FrequencyClass frequency, SeasonLengths seasons) {
        return SeasonPlan.of(frequency, seasons);
    }

    /// The components of a forecast that reaches so far, in a fixed order.
    List<Component> components(int horizon) {
        List<Component> components = new ArrayList<>(alone);
        if (pool.isPresent() && (single || pool.get().reaches(horizon))) {
            components.add(Component.POOLED);
        }
        return components;
    }

    /// By how much the weight of [Component#POOLED] counts more than its errors at a few origins say.
    double trust() {
        return pool.map(Pool::trust).orElse(1.0);
    }
}
