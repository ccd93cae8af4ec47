package dev.headroom.app.usecase;

import dev.headroom.engine.waste.Waste;
import java.util.List;

/// The waste table: one row a finding. Amounts are those of the days looked at: exact from bills, at list
/// prices from the inventory.
public final class WasteTable extends Table {
    public WasteTable(FindWaste.Found waste) {
        super(List.of(
                "resource",
                "account",
                "region",
                "service",
                "finding",
                "action",
                "first",
                "last",
                "days",
                "cost",
                "saving",
                "currency",
                "advice",
                "source",
                "reason"));
        for (Waste one : waste.found()) {
            add(
                    one.resource(),
                    one.account(),
                    one.region(),
                    one.service(),
                    one.kind().words(),
                    one.kind().action(),
                    waste.first(),
                    waste.last(),
                    one.days(),
                    one.cost().amount(),
                    one.saving().amount(),
                    one.saving().currency().value(),
                    one.kind().advice(),
                    one.source().words(),
                    one.reason());
        }
    }
}
