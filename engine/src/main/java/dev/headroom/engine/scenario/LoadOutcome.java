package dev.headroom.engine.scenario;

import dev.headroom.engine.forecast.Futures;
import java.util.Objects;

/// One resource of one server without and with the events.
///
/// @param futures those with the events; the same as those of the load when no event reaches it
/// @param peakDifference by how many points the highest day differs, future by future
/// @param avoided the share of the futures that pass the limit without the events and not with them, 0..1
/// @param caused the share of the futures that pass it with the events only
public record LoadOutcome(
        Baseline.Load load,
        Futures futures,
        LoadFigures baseline,
        LoadFigures scenario,
        Spread peakDifference,
        double avoided,
        double caused) {
    public LoadOutcome {
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(futures, "futures");
    }

    /// False when no event reaches it.
    public boolean isTouched() {
        return futures != load.percent();
    }

    /// By how much the probability within the longest horizon differs, -1..1.
    public double probabilityDifference() {
        return scenario.longest().probability() - baseline.longest().probability();
    }
}
