package dev.headroom.app.ui.actions;

import dev.headroom.app.ui.decision.Decidable;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.plan.Action;
import dev.headroom.engine.plan.ActionPlan;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Standing;
import java.util.Locale;
import java.util.Optional;

/// An action of the set, or one that was left out, as a line of the table.
///
/// @param standing what was decided about it
/// @param name under which its resource is shown
/// @param chosen what it adds to the set; empty when it was left out
/// @param reason why it was left out; empty when it was not
public record ActionRow(
        Action action, String name, Optional<ActionPlan.Chosen> chosen, String reason, Standing standing)
        implements Decidable {
    @Override
    public DecisionSubject about() {
        return DecisionSubjects.of(action);
    }

    /// What makes two rows the same.
    public String key() {
        return action.resource() + " " + action.kind() + " " + action.words();
    }

    /// Such as `Resize and schedule`.
    public String kind() {
        return Words.capital(action.kind());
    }

    public String effort() {
        return Words.capital(action.effort().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /// One word: `low`, `medium` or `high`.
    public String risk() {
        return action.riskGrade() <= 1 ? "low" : action.riskGrade() == 2 ? "medium" : "high";
    }

    /// The quarters of its disc.
    public int riskQuarters() {
        return action.riskGrade() <= 1 ? 1 : action.riskGrade() == 2 ? 2 : 4;
    }

    public Tone tone() {
        return action.riskGrade() <= 1 ? Tone.GOOD : action.riskGrade() == 2 ? Tone.WATCH : Tone.BAD;
    }
}
