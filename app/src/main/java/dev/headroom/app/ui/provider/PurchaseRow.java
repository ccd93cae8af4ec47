package dev.headroom.app.ui.provider;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.PurchaseBeside;
import dev.headroom.app.usecase.PurchaseSaid;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.quantity.Money;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to buy as two advise it, as a line of the table.
///
/// @param account for which AWS advises it, as it is shown; empty for all
public record PurchaseRow(PurchaseBeside beside, String account) {
    private PurchaseSaid theirs() {
        return beside.theirs();
    }

    public String what() {
        return theirs().what();
    }

    /// Such as `prod-eu, eu-west-1`.
    public String place() {
        String place = Stream.of(account, theirs().region())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? "All accounts" : place;
    }

    public String term() {
        return theirs().term().map(CommitmentTerm::words).orElse(Formats.UNKNOWN);
    }

    public String upfront() {
        return theirs().payment().map(Payment::code).orElse(Formats.UNKNOWN);
    }

    /// Such as `$6.90 an hour` or `4 machines`.
    public String theirs(Formats formats) {
        return theirs().hour()
                .map(hour -> hour(hour, formats))
                .or(() -> theirs().count().map(count -> formats.number(count.doubleValue(), 0) + " machines"))
                .orElse(Formats.UNKNOWN);
    }

    /// Such as `$7.53 an hour`.
    public String ours(Formats formats) {
        return beside.ours()
                .map(option -> option.isNothing() ? "nothing" : hour(option.commitmentHour(), formats))
                .orElse(Formats.UNKNOWN);
    }

    private static String hour(Money money, Formats formats) {
        return formats.money(money, 2) + " an hour";
    }

    public Optional<Money> theirSaving() {
        return theirs().saving();
    }

    /// A month on average.
    public Optional<Money> ourSaving() {
        return bought().map(PurchaseOption::expectedSavingMonth);
    }

    /// A month in the bad case.
    public Optional<Money> badCase() {
        return bought().map(option -> CommitmentReport.month(option.badCaseSaving(), option));
    }

    private Optional<PurchaseOption> bought() {
        return beside.ours().filter(option -> !option.isNothing());
    }

    /// In percent of what AWS would bind; NaN when it is not told.
    public double theirUse() {
        return theirs().usedPercent().map(Number::doubleValue).orElse(Double.NaN);
    }

    /// In percent of what Headroom would bind, on average; NaN when it is not known.
    public double ourUse() {
        return bought().map(option -> 100 * (1 - option.unusedShare())).orElse(Double.NaN);
    }
}
