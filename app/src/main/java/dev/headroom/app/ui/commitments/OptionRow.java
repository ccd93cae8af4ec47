package dev.headroom.app.ui.commitments;

import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.commitment.Verdict;
import dev.headroom.engine.quantity.Money;

/// One way to buy a commitment, as the table shows it.
public record OptionRow(PurchaseOption option) {
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
