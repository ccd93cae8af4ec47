package dev.headroom.app.usecase;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.Evidence;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rightsizing table of more than servers: one row a resource. The first columns are those of
/// [RightsizingTable] with the kind before them, the last one says where the prices are from. Amounts have
/// two decimals; unknown ones are empty. Where the saving is not certain, `monthly_saving_gross` is what is
/// expected of it.
public final class AdviceTable extends Table {
    /// @param servers empty when none were asked for
    public AdviceTable(Optional<FleetRightsizing> servers, AssetAdvice assets) {
        super(List.of(
                "kind",
                "resource",
                "from_type",
                "to_type",
                "action",
                "monthly_cost",
                "monthly_saving_gross",
                "monthly_saving_least",
                "monthly_saving_most",
                "monthly_saving_net",
                "currency",
                "risk",
                "risk_grades",
                "confidence",
                "effort",
                "effort_words",
                "reason",
                "rejected",
                "price_source"));
        servers.ifPresent(fleet -> fleet.recommendations().forEach(one -> server(one, fleet.prices())));
        assets.advice().forEach(one -> asset(one, assets.prices()));
    }

    private void server(Recommendation one, PriceBasis prices) {
        Optional<Recommendation.Resize> resize =
                one instanceof Recommendation.Resize found ? Optional.of(found) : Optional.empty();
        Optional<BigDecimal> gross = amount(one.monthlySavingGross());
        add(
                "server",
                one.server().id(),
                one.from().map(InstanceShape::instanceType),
                one.to().map(InstanceShape::instanceType),
                one.action(),
                amount(one.monthlyCost()),
                gross,
                gross,
                gross,
                amount(one.monthlySavingNet()),
                one.monthlyCost().map(money -> money.currency().value()),
                one.risk().map(risk -> risk.level().words()),
                one.risk()
                        .map(risk -> risk.grades().entrySet().stream()
                                .map(grade -> grade.getKey().label() + " " + grade.getValue())
                                .collect(Collectors.joining(", "))),
                one.assessment().map(evidence -> evidence.confidence()),
                resize.map(found -> found.effort().words()),
                resize.map(found -> found.effort().because()),
                one.reason(),
                one.rejections().stream().map(rejection -> rejection.words()).collect(Collectors.joining(" ")),
                one.monthlyCost().flatMap(_ -> prices.source(one.server().id())));
    }

    private void asset(Advice one, PriceBasis prices) {
        Optional<Evidence> proof = one.proof();
        Optional<Advice.Change> change = one instanceof Advice.Change found ? Optional.of(found) : Optional.empty();
        Optional<Money> gross = one.gross();
        add(
                one.asset().kind().code(),
                one.asset().id(),
                one.from(),
                one.target(),
                one.action(),
                amount(one.month()),
                amount(gross),
                amount(change.map(found -> found.saving().least()).or(() -> gross)),
                amount(change.map(found -> found.saving().most()).or(() -> gross)),
                Optional.empty(),
                one.month().map(money -> money.currency().value()),
                proof.map(evidence -> evidence.risk().level().words()),
                proof.map(evidence -> evidence.risk().words()),
                proof.map(Evidence::confidence),
                proof.map(evidence -> evidence.effort().words()),
                proof.map(Evidence::effortWords),
                one.reason(),
                proof.stream()
                        .flatMap(evidence -> evidence.rejected().stream())
                        .map(refusal -> refusal.alternative() + ": " + refusal.words())
                        .collect(Collectors.joining(" ")),
                one.month().flatMap(_ -> prices.source(one.asset().id())));
    }

    private static Optional<BigDecimal> amount(Optional<Money> money) {
        return money.map(value -> value.rounded(2).amount());
    }
}
