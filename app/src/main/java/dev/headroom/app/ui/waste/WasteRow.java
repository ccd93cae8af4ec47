package dev.headroom.app.ui.waste;

import dev.headroom.app.ui.decision.Decidable;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Standing;
import dev.headroom.engine.waste.Waste;

/// One finding as a line of the table.
///
/// @param standing what was decided about it
/// @param name under which the resource is shown
/// @param account under which its account is shown
/// @param days how many days were looked at
public record WasteRow(Waste waste, String name, String account, long days, Standing standing) implements Decidable {
    @Override
    public DecisionSubject about() {
        return DecisionSubjects.of(waste, days);
    }

    @Override
    public String title(Names names) {
        return name;
    }

    /// The kind and the resource: what makes two findings the same.
    public String key() {
        return waste.kind() + " " + waste.account() + " " + waste.region() + " " + waste.resource();
    }

    /// Such as `Idle address`.
    public String finding() {
        return Words.capital(waste.kind().words());
    }

    /// Such as `Delete`.
    public String action() {
        return Words.capital(waste.kind().action());
    }

    public double cost() {
        return waste.cost().amount().doubleValue();
    }

    public double saving() {
        return waste.saving().amount().doubleValue();
    }
}
