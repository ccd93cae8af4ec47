package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;

/// What open and accepted rightsizing recommendations would take off the usage that commitments can pay for.
final class RightsizedUsage {
    private RightsizedUsage() {}

    /// On-demand cost an hour, at list prices; recommendations in another currency do not count. A move to
    /// another family leaves its own pool and comes to that of the other.
    static double perHour(FleetRightsizing fleet, UsagePool pool) {
        return fleet.recommendations().stream()
                .filter(one -> fleet.standing(one).status().countsAsPotential())
                .mapToDouble(one -> perHour(one, pool))
                .sum();
    }

    private static double perHour(Recommendation recommendation, UsagePool pool) {
        if (recommendation.saving().isEmpty()) {
            return 0;
        }
        double gone = recommendation.from().map(shape -> hourly(shape, pool)).orElse(0.0);
        double come = recommendation.to().map(shape -> hourly(shape, pool)).orElse(0.0);
        return gone - come;
    }

    private static double hourly(InstanceShape shape, UsagePool pool) {
        boolean inside = pool.isWhole()
                || (shape.family().equals(pool.family())
                        && (pool.region().isEmpty() || shape.region().equals(pool.region())));
        return shape.onDemandHour()
                .filter(price -> inside && price.currency().equals(pool.currency()))
                .map(Money::amount)
                .map(amount -> amount.doubleValue())
                .orElse(0.0);
    }
}
