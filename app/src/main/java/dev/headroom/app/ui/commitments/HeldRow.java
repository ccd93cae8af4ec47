package dev.headroom.app.ui.commitments;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.engine.commitment.Expiry;
import dev.headroom.engine.commitment.HeldCommitment;
import java.time.LocalDate;

/// A commitment on the bills, as the expiry calendar shows it.
///
/// @param name its name, or a pseudonym
public record HeldRow(String name, HeldCommitment held) {
    /// The last part of the id: identifiers of AWS begin with the number of the account.
    static HeldRow of(HeldCommitment held) {
        String id = held.id();
        return new HeldRow(id.substring(id.lastIndexOf('/') + 1), held);
    }

    /// Such as `25 Dec 2026` or `by 1 Dec 2027`.
    public String end(Formats formats) {
        return switch (held.expiry()) {
            case Expiry.Stated(LocalDate day) -> formats.dayYear(day);
            case Expiry.Inferred inferred -> formats.dayYear(inferred.day());
            case Expiry.Latest latest -> "by " + formats.dayYear(latest.day());
            case Expiry.Unknown unknown -> Formats.UNKNOWN;
        };
    }

    /// Unknown ends come last.
    public LocalDate order() {
        return held.expiry().end().orElse(LocalDate.MAX);
    }

    public String hourly(Formats formats) {
        return held.hourly().map(money -> formats.money(money, 2)).orElse(Formats.UNKNOWN);
    }

    public String used(Formats formats) {
        return held.utilization().isPresent()
                ? formats.percent(100 * held.utilization().getAsDouble(), 0)
                : Formats.UNKNOWN;
    }
}
