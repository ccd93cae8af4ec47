package dev.headroom.engine.cost;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// One amount of an invoice beside the billed cost of the bills.
///
/// @param invoiced empty when the invoice does not name it
/// @param billed empty when the bills do not hold it
/// @param bridge of billed minus invoiced; a side that is empty adds nothing
public record ReconciledLine(
        InvoiceKey key,
        Optional<BigDecimal> invoiced,
        Optional<BigDecimal> billed,
        VarianceBridge bridge,
        Verdict verdict) {
    public ReconciledLine {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(bridge, "bridge");
        Objects.requireNonNull(verdict, "verdict");
    }

    /// Whether the difference is within the tolerance.
    public enum Verdict {
        PASS,
        FAIL
    }

    public BigDecimal difference() {
        return bridge.difference();
    }

    public boolean passed() {
        return verdict == Verdict.PASS;
    }
}
