package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// The size of a server as Headroom recommends it, beside what a service of AWS says.
///
/// @param type the present one
/// @param ours `keep`, `resize`, `stop` or `undecided`; empty when Headroom does not know the server
/// @param ourSaving a month, by list prices, before commitments
/// @param source such as `compute-optimizer`
/// @param theirs `keep`, `resize`, `stop` or `undecided`
/// @param finding in the words of AWS
/// @param theirSaving a month, by its own prices
/// @param theirRisk from 0 (very low) to 4 (very high); Compute Optimizer replays the past on the new size
/// @param asked when AWS was last asked
public record SizeBeside(
        String server,
        String type,
        String ours,
        Optional<String> ourType,
        Optional<Money> ourSaving,
        String source,
        String theirs,
        Optional<String> theirType,
        String finding,
        Optional<BigDecimal> theirSaving,
        Optional<BigDecimal> theirRisk,
        String currency,
        Instant asked) {
    /// How the two stand to each other.
    public enum Agreement {
        SAME,
        /// Both would change it, to another type each.
        OTHER_TYPE,
        DIFFERENT,
        /// One of them says nothing.
        OPEN
    }

    public Agreement agreement() {
        if (ours.isEmpty() || ours.equals("undecided") || theirs.equals("undecided")) {
            return Agreement.OPEN;
        }
        if (!ours.equals(theirs)) {
            return Agreement.DIFFERENT;
        }
        return ours.equals("resize") && !ourType.equals(theirType) ? Agreement.OTHER_TYPE : Agreement.SAME;
    }
}
