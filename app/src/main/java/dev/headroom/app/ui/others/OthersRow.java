package dev.headroom.app.ui.others;

import dev.headroom.app.ui.decision.Decidable;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.Evidence;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.SizingRisk;
import dev.headroom.engine.rightsizing.Standing;
import java.util.Optional;

/// One piece of advice as a line of the table.
///
/// @param name under which the resource is shown
/// @param account under which its account is shown
/// @param standing what was decided about it
public record OthersRow(Advice advice, String name, String account, Standing standing) implements Decidable {
    @Override
    public DecisionSubject about() {
        return DecisionSubjects.of(advice);
    }

    @Override
    public String title(Names names) {
        return name;
    }

    /// The kind and the resource: what makes two lines the same.
    public String key() {
        return advice.asset().kind() + " " + advice.asset().id();
    }

    /// Such as `Load balancer`.
    public String kind() {
        return Words.capital(advice.asset().kind().code().replace('-', ' '));
    }

    /// Such as `Delete`.
    public String action() {
        return Words.capital(advice.action());
    }

    /// What it shall be, or what else to do with it, such as `Delete`.
    public String to() {
        return advice.target().orElseGet(this::action);
    }

    /// NaN when it is not known.
    public double cost() {
        return advice.month().map(money -> money.amount().doubleValue()).orElse(Double.NaN);
    }

    /// NaN when nothing is saved, or it is not known.
    public double saving() {
        return advice.gross().map(money -> money.amount().doubleValue()).orElse(Double.NaN);
    }

    /// 0 for what is undecided.
    public double confidence() {
        return advice.proof().map(Evidence::confidence).orElse(0.0);
    }

    /// Empty when nothing is to be done.
    public Optional<Evidence> change() {
        return OthersFilter.TO_DO.takes(advice) ? advice.proof() : Optional.empty();
    }

    public Optional<SizingRisk.Level> risk() {
        return change().map(evidence -> evidence.risk().level());
    }

    /// The order of the risk; what has none comes first.
    public int riskOrder() {
        return risk().map(Enum::ordinal).orElse(-1);
    }

    public Tone tone() {
        return risk().map(level -> switch (level) {
                    case LOW -> Tone.GOOD;
                    case MEDIUM -> Tone.WATCH;
                    case HIGH -> Tone.BAD;
                })
                .orElse(Tone.NEUTRAL);
    }

    /// Such as `Low`; a dash when nothing is to be done.
    public String effort() {
        return change().map(evidence -> Words.capital(evidence.effort().words()))
                .orElse(Formats.UNKNOWN);
    }
}
