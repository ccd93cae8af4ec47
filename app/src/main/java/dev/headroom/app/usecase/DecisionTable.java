package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.DecisionEvent;
import java.util.List;

/// The log of decisions: one row an entry, the first decision first. Savings are exact; unknown ones are empty.
public final class DecisionTable extends Table {
    public DecisionTable(List<DecideRecommendation.Logged> log) {
        super(List.of(
                "number",
                "decided_at",
                "resource",
                "from_type",
                "to_type",
                "decision",
                "until",
                "monthly_saving_gross",
                "currency",
                "reason",
                "hash",
                "kind"));
        for (DecideRecommendation.Logged entry : log) {
            DecisionEvent event = entry.event();
            add(
                    entry.number(),
                    event.at(),
                    event.resource(),
                    event.fromType(),
                    event.toType(),
                    event.decision().word(),
                    event.decision().untilDay(),
                    event.saving().map(Money::amount),
                    event.saving().map(money -> money.currency().value()),
                    event.decision().reasonText(),
                    entry.hash(),
                    event.kind().word());
        }
    }
}
