package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.session.Names;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Standing;

/// A row that a person can decide about.
public interface Decidable {
    /// What the decision is about, under its real names.
    DecisionSubject about();

    /// What was decided so far.
    Standing standing();

    /// What it is called under the names that are shown.
    default String title(Names names) {
        return names.resource(about().resource());
    }

    default Standing.Status status() {
        return standing().status();
    }
}
