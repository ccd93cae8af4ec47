package dev.headroom.app.ui.clusters;

import dev.headroom.app.ui.decision.Decidable;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FleetConsolidation;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Standing;

/// A proposal to let the servers of one place share machines, as a line of the table.
///
/// @param place what they have in common, as it is shown
/// @param standing what was decided about it
public record SharingRow(FleetConsolidation.Group group, String place, Standing standing) implements Decidable {
    @Override
    public DecisionSubject about() {
        return DecisionSubjects.of(group);
    }

    @Override
    public String title(Names names) {
        return place;
    }

    public String key() {
        return group.place();
    }

    public int servers() {
        return group.plan().machines().stream()
                .mapToInt(machine -> machine.servers().size())
                .sum();
    }

    public int machines() {
        return group.plan().machines().size();
    }

    public Money saving() {
        return group.saving();
    }

    /// No placement saves more than this.
    public Money most() {
        return group.now().minus(group.plan().lowerBound());
    }
}
