package dev.headroom.app.ui.commitments;

import dev.headroom.app.ui.decision.Decidable;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.commitment.Verdict;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Standing;

/// One way to buy a commitment, as the table shows it.
///
/// @param standing what was decided about it
public record OptionRow(PurchaseOption option, Standing standing) implements Decidable {
    @Override
    public DecisionSubject about() {
        return DecisionSubjects.of(option);
    }

    @Override
    public String title(Names names) {
        return what() + ", " + term();
    }

    public Verdict verdict() {
        return option.verdict();
    }

    /// Short enough for a column.
    public String what() {
        return switch (option.rate().kind()) {
            case COMPUTE_SAVINGS_PLAN -> "Compute plan";
            case INSTANCE_SAVINGS_PLAN -> "Instance plan";
            case STANDARD_RESERVATION -> "Reservation";
        };
    }

    public String pool() {
        return option.pool().isWhole() ? "All compute" : option.pool().words();
    }

    public String term() {
        return option.rate().term().words();
    }

    /// What part is paid upfront.
    public String upfront() {
        return option.rate().payment().code();
    }

    public Money hourly() {
        return option.commitmentHour();
    }

    public Money expectedMonth() {
        return option.expectedSavingMonth();
    }

    public Money badCaseMonth() {
        return CommitmentReport.month(option.badCaseSaving(), option);
    }
}
