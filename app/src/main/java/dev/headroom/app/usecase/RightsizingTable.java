package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SavingEstimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The rightsizing table: one row a server. Amounts have two decimals; unknown amounts are empty.
public final class RightsizingTable extends Table {
    public RightsizingTable(FleetRightsizing rightsizing) {
        super(List.of(
                "resource",
                "from_type",
                "to_type",
                "action",
                "monthly_cost",
                "monthly_saving_gross",
                "monthly_saving_net",
                "currency",
                "risk",
                "confidence",
                "reason"));
        for (Recommendation recommendation : rightsizing.recommendations()) {
            Optional<Money> cost = recommendation.from().flatMap(InstanceShape::onDemandMonth);
            add(
                    recommendation.server().id(),
                    recommendation.from().map(InstanceShape::instanceType),
                    recommendation.to().map(InstanceShape::instanceType),
                    recommendation.action(),
                    amount(cost),
                    amount(recommendation.saving().map(SavingEstimate::gross)),
                    amount(recommendation.saving().flatMap(SavingEstimate::net)),
                    cost.map(money -> money.currency().value()),
                    recommendation
                            .assessment()
                            .map(evidence -> evidence.risk().level().words()),
                    recommendation.assessment().map(evidence -> evidence.confidence()),
                    recommendation.reason());
        }
    }

    private static Optional<BigDecimal> amount(Optional<Money> money) {
        return money.map(value -> value.rounded(2).amount());
    }
}
