package dev.headroom.engine.model.intermittent;

import dev.headroom.engine.model.ModelSpec.Demand;

/// The smoothed size of a demand and how often demands come, after some periods.
///
/// Input: one period after the other; a missing one leaves everything as it is. Output: the probability of demand in
/// the next period and the demand rate (mean demand a period). Errors: none. Source: J. D. Croston (1972), Forecasting
/// and stock control for intermittent demands, doi:10.1057/jors.1972.50; A. A. Syntetos and J. E. Boylan (2005), The
/// accuracy of intermittent demand estimates, doi:10.1016/j.ijforecast.2004.10.001; R. H. Teunter, A. A. Syntetos and
/// M. Z. Babai (2011), Intermittent demand: linking forecasting to inventory obsolescence,
/// doi:10.1016/j.ejor.2011.05.018. Departures: SBA corrects nothing while demand comes in every period, because there
/// is no bias then.
final class DemandState {
    private final Demand method;
    private final DemandConstants constants;
    private double size;
    private double interval;
    private double probability;
    private int waiting;

    /// @param size mean size of a demand before the first period; 0 when there is none
    /// @param interval mean periods from one demand to the next, 1 or more; infinite when there is none
    DemandState(Demand method, DemandConstants constants, double size, double interval) {
        this.method = method;
        this.constants = constants;
        this.size = size;
        this.interval = interval;
        this.probability = 1 / interval;
    }

    DemandState copy() {
        DemandState copy = new DemandState(method, constants, size, interval);
        copy.probability = probability;
        copy.waiting = waiting;
        return copy;
    }

    double size() {
        return size;
    }

    /// The probability of demand in the next period, with the correction of SBA in it.
    double probability() {
        return switch (method) {
            case CROSTON -> 1 / interval;
            case SBA -> interval == 1 ? 1 : (1 - constants.occurrence() / 2) / interval;
            case TSB -> probability;
        };
    }

    double rate() {
        return probability() * size;
    }

    void observe(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        waiting++;
        double weight = constants.occurrence();
        if (value > 0) {
            size += constants.size() * (value - size);
            interval += weight * (waiting - interval);
            probability += weight * (1 - probability);
            waiting = 0;
        } else {
            probability -= weight * probability;
        }
    }
}
