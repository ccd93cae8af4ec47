package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What one line is charged on one UTC day, over all its bill rows: exact sums.
final class ChargeCell {
    static final long DAY_SECONDS = 86_400;

    final int day;
    long charges;
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    final PartSum billed = new PartSum();
    final PartSum effective = new PartSum();
    final PartSum list = new PartSum();
    final PartSum contracted = new PartSum();
    final PartSum quantity = new PartSum();

    /// @param day since 1970-01-01
    ChargeCell(int day) {
        this.day = day;
    }

    /// The day to which a charge belongs: the UTC day on which its period starts.
    static int dayOf(ChargeRecord charge) {
        return Math.toIntExact(Math.floorDiv(charge.start().getEpochSecond(), DAY_SECONDS));
    }

    /// Adds one charge that stands for `rows` bill rows.
    void add(ChargeRecord charge, long rows) {
        charges += rows;
        from = Math.min(from, charge.start().getEpochSecond());
        to = Math.max(to, charge.end().getEpochSecond());
        billed.add(Optional.of(charge.amounts().billed()), rows);
        effective.add(charge.amounts().effective(), rows);
        list.add(charge.amounts().list(), rows);
        contracted.add(charge.amounts().contracted(), rows);
        quantity.add(charge.quantity(), rows);
    }

    void add(ChargeCell other) {
        charges += other.charges;
        from = Math.min(from, other.from);
        to = Math.max(to, other.to);
        billed.add(other.billed);
        effective.add(other.effective);
        list.add(other.list);
        contracted.add(other.contracted);
        quantity.add(other.quantity);
    }

    PartSum part(CostBasis basis) {
        return switch (basis) {
            case BILLED -> billed;
            case EFFECTIVE -> effective;
            case LIST -> list;
            case CONTRACTED -> contracted;
        };
    }

    Instant start() {
        return Instant.ofEpochSecond(from);
    }

    Instant end() {
        return Instant.ofEpochSecond(to);
    }

    /// The amounts as those of one charge: an amount that not all rows give is unknown.
    ChargeRecord.Amounts amounts() {
        return new ChargeRecord.Amounts(billed.sum(), whole(effective), whole(list), whole(contracted));
    }

    Optional<BigDecimal> whole(PartSum part) {
        return part.known() == charges ? Optional.of(part.sum()) : Optional.empty();
    }
}
