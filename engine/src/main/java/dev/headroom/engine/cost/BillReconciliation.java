package dev.headroom.engine.cost;

import dev.headroom.engine.cost.ReconciledLine.Verdict;
import dev.headroom.engine.cost.VarianceBridge.Certainty;
import dev.headroom.engine.cost.VarianceBridge.Step;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds an invoice of one month against the billed cost of the bills of that month, at the grain of the invoice.
///
/// Amounts are exact decimals, one result a currency that the invoice states. The billing month decides, not the day of
/// the usage. A line is within the tolerance when its difference is at most that share of the invoiced amount, or no
/// more than the rounding of the invoice can make (half of its last place for each amount). A line that only one side
/// has is beyond it, unless it is 0.
///
/// When an invoice that is divided by service has a line of its own for tax or for credits, the tax and credits of the
/// bills are compared with that line, whatever service they name.
public final class BillReconciliation {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int ESTIMATE_PLACES = 2;
    private final YearMonth month;
    private final Set<InvoiceGrain> grain;
    private final Map<CurrencyCode, Side> sides = new TreeMap<>();

    /// @param grain by what the invoice is divided; empty for totals
    public BillReconciliation(YearMonth month, Set<InvoiceGrain> grain) {
        this.month = month;
        this.grain = grain.isEmpty() ? EnumSet.noneOf(InvoiceGrain.class) : EnumSet.copyOf(grain);
    }

    private static final class Side {
        private final Map<InvoiceKey, ReconciledCell> cells = new TreeMap<>();
        private final Set<LocalDate> days = new TreeSet<>();
        private int places;
        private boolean invoiced;

        ReconciledCell cell(InvoiceKey key) {
            return cells.computeIfAbsent(key.plain(), _ -> new ReconciledCell(key));
        }
    }

    private Side side(CurrencyCode currency) {
        return sides.computeIfAbsent(currency, _ -> new Side());
    }

    /// Adds a charge of the bills.
    ///
    /// @throws IllegalArgumentException when it is on the bill of another month
    public void charge(ChargeRecord charge) {
        if (!charge.billingMonth().equals(month)) {
            throw new IllegalArgumentException(
                    "billingMonth (" + charge.billingMonth() + ") must be the month of the invoice (" + month + ").");
        }
        Side side = side(charge.currency());
        side.cell(InvoiceGrain.key(charge.line(), grain)).add(charge);
        boolean costs = charge.amounts().billed().signum() != 0;
        if (costs && charge.line().category() == ChargeCategory.USAGE) {
            LocalDate day = LocalDate.ofInstant(charge.start(), ZoneOffset.UTC);
            LocalDate last = LocalDate.ofInstant(charge.end().minusNanos(1), ZoneOffset.UTC);
            do {
                if (YearMonth.from(day).equals(month)) {
                    side.days.add(day);
                }
                day = day.plusDays(1);
            } while (!day.isAfter(last));
        }
    }

    /// Adds an amount of the invoice.
    ///
    /// @throws IllegalArgumentException when it is of another month
    public void invoiced(InvoiceLine line) {
        if (!line.month().equals(month)) {
            throw new IllegalArgumentException(
                    "month (" + line.month() + ") must be that of the invoice (" + month + ").");
        }
        Side side = side(line.currency());
        side.invoiced = true;
        side.places = Math.max(side.places, line.amount().scale());
        side.cell(line.key()).invoice(line.amount());
    }

    /// The currencies of the bills that the invoice does not state.
    public Set<CurrencyCode> currenciesNotInvoiced() {
        Set<CurrencyCode> others = new TreeSet<>();
        sides.forEach((currency, side) -> {
            if (!side.invoiced) {
                others.add(currency);
            }
        });
        return others;
    }

    /// One result a currency that the invoice states.
    ///
    /// @param tolerance as a share of the invoiced amount, such as 0.03
    public List<ReconciledBill> results(BigDecimal tolerance) {
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("tolerance (" + tolerance + ") must not be negative.");
        }
        List<ReconciledBill> results = new ArrayList<>();
        sides.forEach((currency, side) -> {
            if (side.invoiced) {
                results.add(result(currency, side, tolerance));
            }
        });
        return results;
    }

    private ReconciledBill result(CurrencyCode currency, Side side, BigDecimal tolerance) {
        if (grain.contains(InvoiceGrain.SERVICE)) {
            NamedLines.gather(side.cells);
        }
        BigDecimal half = HALF.movePointLeft(side.places);
        List<LocalDate> missing = missing(side);
        List<ReconciledLine> lines = new ArrayList<>();
        Optional<BigDecimal> invoiced = Optional.empty();
        Optional<BigDecimal> billed = Optional.empty();
        int amounts = 0;
        for (ReconciledCell cell : side.cells.values()) {
            if (cell.isNothing()) {
                continue;
            }
            ReconciledLine line = line(cell, half, tolerance, missing.size(), side.days.size());
            lines.add(line);
            amounts += cell.amounts();
            invoiced = plus(invoiced, line.invoiced());
            billed = plus(billed, line.billed());
        }
        VarianceBridge bridge =
                VarianceBridge.sum(lines.stream().map(ReconciledLine::bridge).toList());
        Verdict verdict = verdict(bridge, invoiced, half.multiply(BigDecimal.valueOf(Math.max(1, amounts))), tolerance);
        return new ReconciledBill(
                month,
                currency,
                new ReconciledLine(InvoiceKey.TOTAL, invoiced, billed, bridge, verdict),
                lines,
                missing);
    }

    private List<LocalDate> missing(Side side) {
        return side.days.isEmpty()
                ? List.of()
                : month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .filter(day -> !side.days.contains(day))
                        .toList();
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> sum, Optional<BigDecimal> more) {
        return more.isEmpty() ? sum : Optional.of(sum.orElse(BigDecimal.ZERO).add(more.get()));
    }

    private static ReconciledLine line(
            ReconciledCell cell, BigDecimal half, BigDecimal tolerance, int missing, int present) {
        BigDecimal rounding = half.multiply(BigDecimal.valueOf(Math.max(1, cell.amounts())));
        VarianceBridge bridge;
        if (cell.invoiced().isEmpty()) {
            bridge = cell.onlyInLedger();
        } else if (cell.billed().isEmpty()) {
            bridge = cell.onlyOnInvoice();
        } else {
            BigDecimal difference = cell.difference();
            List<Step> candidates = cell.parts();
            if (missing > 0 && difference.signum() < 0) {
                BigDecimal estimate = cell.usage()
                        .multiply(BigDecimal.valueOf(missing))
                        .divide(BigDecimal.valueOf(present), ESTIMATE_PLACES, RoundingMode.HALF_EVEN)
                        .negate();
                if (estimate.signum() < 0) {
                    candidates.add(new Step(BridgePart.MISSING_DAYS, estimate, Certainty.ESTIMATED));
                }
            }
            bridge = new BridgeSearch(difference, rounding, candidates).run();
        }
        return new ReconciledLine(
                cell.key(),
                cell.invoiced(),
                cell.billed(),
                bridge,
                verdict(bridge, cell.billed().flatMap(_ -> cell.invoiced()), rounding, tolerance));
    }

    private static Verdict verdict(
            VarianceBridge bridge, Optional<BigDecimal> invoiced, BigDecimal rounding, BigDecimal tolerance) {
        BigDecimal off = bridge.difference().abs();
        boolean within = off.compareTo(rounding) <= 0
                || invoiced.map(amount -> off.compareTo(amount.abs().multiply(tolerance)) <= 0)
                        .orElse(false);
        return within ? Verdict.PASS : Verdict.FAIL;
    }
}
