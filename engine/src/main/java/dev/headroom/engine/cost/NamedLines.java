package dev.headroom.engine.cost;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lines of an invoice that are no service but tax or credits.
final class NamedLines {
    private static final Set<String> TAX =
            Set.of("tax", "taxes", "vat", "gst", "hst", "sales tax", "value added tax", "value-added tax");
    private static final Set<String> CREDITS = Set.of(
            "credit", "credits", "refund", "refunds", "credits and refunds", "discount", "discounts", "promotions");

    private NamedLines() {}

    /// Which part of a bill a line with this name is.
    static Optional<BridgePart> part(String service) {
        String name = service.strip().toLowerCase(Locale.ROOT);
        return TAX.contains(name)
                ? Optional.of(BridgePart.TAX)
                : CREDITS.contains(name) ? Optional.of(BridgePart.CREDITS) : Optional.empty();
    }

    /// Gives the tax and credits of the other services of the same account and invoice to the lines of these names.
    static void gather(Map<InvoiceKey, ReconciledCell> cells) {
        cells.forEach((key, named) -> {
            Optional<BridgePart> part = part(key.service());
            if (part.isPresent() && named.invoiced().isPresent()) {
                cells.forEach((other, cell) -> {
                    boolean together = other.account().equals(key.account())
                            && other.invoice().equals(key.invoice());
                    if (together && cell != named) {
                        cell.give(part.get(), named);
                    }
                });
            }
        });
    }
}
