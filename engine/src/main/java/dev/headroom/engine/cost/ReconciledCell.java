package dev.headroom.engine.cost;

import dev.headroom.engine.cost.VarianceBridge.Certainty;
import dev.headroom.engine.cost.VarianceBridge.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the invoice and the bills say of one account, service or invoice, while they are read.
final class ReconciledCell {
    private final InvoiceKey key;
    private final Map<BridgePart, BigDecimal> parts = new EnumMap<>(BridgePart.class);
    private Optional<BigDecimal> usage = Optional.empty();
    private Optional<BigDecimal> invoiced = Optional.empty();
    private int amounts;

    ReconciledCell(InvoiceKey key) {
        this.key = key;
    }

    void add(ChargeRecord charge) {
        BigDecimal amount = charge.amounts().billed();
        Optional<BridgePart> part = BridgePart.of(charge);
        if (part.isPresent()) {
            parts.merge(part.get(), amount, BigDecimal::add);
        } else {
            usage = Optional.of(usage().add(amount));
        }
    }

    void invoice(BigDecimal amount) {
        invoiced = Optional.of(invoiced.orElse(BigDecimal.ZERO).add(amount));
        amounts++;
    }

    InvoiceKey key() {
        return key;
    }

    /// How many amounts the invoice has for it.
    int amounts() {
        return amounts;
    }

    Optional<BigDecimal> invoiced() {
        return invoiced;
    }

    Optional<BigDecimal> billed() {
        return usage.isEmpty() && parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.values().stream().reduce(usage(), BigDecimal::add));
    }

    /// The running usage of the month itself.
    BigDecimal usage() {
        return usage.orElse(BigDecimal.ZERO);
    }

    BigDecimal difference() {
        return billed().orElse(BigDecimal.ZERO).subtract(invoiced.orElse(BigDecimal.ZERO));
    }

    /// True when the invoice does not name it and it costs nothing.
    boolean isNothing() {
        return invoiced.isEmpty() && difference().signum() == 0;
    }

    /// Gives a part of the bill to another cell.
    void give(BridgePart part, ReconciledCell other) {
        BigDecimal amount = parts.remove(part);
        if (amount != null) {
            other.parts.merge(part, amount, BigDecimal::add);
        }
    }

    /// The parts that are not 0, in a list of the caller's.
    List<Step> parts() {
        List<Step> steps = new ArrayList<>();
        parts.forEach((part, amount) -> {
            if (amount.signum() != 0) {
                steps.add(new Step(part, amount, Certainty.EXACT));
            }
        });
        return steps;
    }

    VarianceBridge onlyInLedger() {
        List<Step> steps = parts();
        steps.add(new Step(BridgePart.ONLY_IN_LEDGER, usage(), Certainty.EXACT));
        return VarianceBridge.of(steps);
    }

    VarianceBridge onlyOnInvoice() {
        return VarianceBridge.of(List.of(new Step(
                NamedLines.part(key.service()).orElse(BridgePart.ONLY_ON_INVOICE), difference(), Certainty.EXACT)));
    }
}
