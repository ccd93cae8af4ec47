package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SavingEstimate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rightsizing table: one row a server. Amounts have two decimals; unknown amounts are empty.
public final class RightsizingTable extends Table {
    private static final List<String> COLUMNS = List.of(
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
            "reason");
    private static final List<String> MORE = List.of("price_source");

    /// The columns of files.
    public RightsizingTable(FleetRightsizing rightsizing) {
        this(rightsizing, false);
    }

    private RightsizingTable(FleetRightsizing rightsizing, boolean more) {
        super(Stream.concat(COLUMNS.stream(), more ? MORE.stream() : Stream.empty())
                .toList());
        for (Recommendation recommendation : rightsizing.recommendations()) {
            Optional<Money> cost = recommendation.from().flatMap(InstanceShape::onDemandMonth);
            List<Object> row = new ArrayList<>(List.of(
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
                    recommendation.reason()));
            if (more) {
                row.add(cost.flatMap(
                        _ -> rightsizing.prices().source(recommendation.server().id())));
            }
            add(row.toArray());
        }
    }

    /// With where the prices are from, for JSON.
    public static RightsizingTable detailed(FleetRightsizing rightsizing) {
        return new RightsizingTable(rightsizing, true);
    }

    private static Optional<BigDecimal> amount(Optional<Money> money) {
        return money.map(value -> value.rounded(2).amount());
    }
}
