package dev.headroom.engine.scenario;

import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.quantity.CurrencyCode;
import java.util.List;
import java.util.Objects;

/// The cost without and with the events.
///
/// @param baseline daily cost
/// @param scenario daily cost with the events
/// @param months by calendar month, the first and the last not always whole
/// @param total of all days
/// @param strands true when commitments that are already there pay for nothing on some days, because less runs
public record CostOutcome(
        CurrencyCode currency,
        Futures baseline,
        Futures scenario,
        List<SpanCost> months,
        SpanCost total,
        List<CommitmentUse> commitments,
        boolean strands) {
    public CostOutcome {
        Objects.requireNonNull(currency, "currency");
        months = List.copyOf(months);
        commitments = List.copyOf(commitments);
    }
}
