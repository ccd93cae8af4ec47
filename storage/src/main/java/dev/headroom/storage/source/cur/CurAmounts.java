package dev.headroom.storage.source.cur;

import dev.headroom.engine.cost.AmortisedCost;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CurLine;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import dev.headroom.storage.source.csv.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The amounts of a report line. Billed is the unblended cost, which adds up to the invoice. Effective is the
/// amortised cost of [AmortisedCost]; in periods with a negotiated discount the report has net columns, which
/// spread the discount over the lines that it reduces, and then they are used and the lines of the discount
/// itself count 0. List is the public on-demand cost; what takes back or repeats another line has none. Lines
/// that divide a machine's cost among its containers repeat it in columns of their own and may leave the
/// unblended cost blank.
final class CurAmounts {
    /// The columns whose amounts add up.
    static final List<String> SUMS = List.of(
            "lineItem/UnblendedCost",
            "pricing/publicOnDemandCost",
            "savingsPlan/TotalCommitmentToDate",
            "savingsPlan/UsedCommitment",
            "savingsPlan/SavingsPlanEffectiveCost",
            "reservation/EffectiveCost",
            "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod",
            "reservation/UnusedRecurringFee",
            "lineItem/NetUnblendedCost",
            "savingsPlan/NetSavingsPlanEffectiveCost",
            "reservation/NetEffectiveCost",
            "reservation/NetUnusedAmortizedUpfrontFeeForBillingPeriod",
            "reservation/NetUnusedRecurringFee");

    private final Columns columns;
    private final int unblended;
    private final int onDemand;
    private final int planTotal;
    private final int planUsed;
    private final int operation;
    private final int description;
    private final int planArn;
    private final int reservationArn;
    private final Basis gross;
    private final Basis net;
    private long unknown;

    /// The columns that exist before and after negotiated discounts.
    private record Basis(int unblended, int planEffective, int effective, int unusedUpfront, int unusedRecurring) {}

    CurAmounts(Columns columns) throws SourceException {
        this.columns = columns;
        unblended = columns.require("lineItem/UnblendedCost");
        onDemand = columns.find("pricing/publicOnDemandCost");
        planTotal = columns.find("savingsPlan/TotalCommitmentToDate");
        planUsed = columns.find("savingsPlan/UsedCommitment");
        operation = columns.find("lineItem/Operation");
        description = columns.find("lineItem/LineItemDescription");
        planArn = columns.find("savingsPlan/SavingsPlanARN");
        reservationArn = columns.find("reservation/ReservationARN");
        gross = new Basis(
                unblended,
                columns.find("savingsPlan/SavingsPlanEffectiveCost"),
                columns.find("reservation/EffectiveCost"),
                columns.find("reservation/UnusedAmortizedUpfrontFeeForBillingPeriod"),
                columns.find("reservation/UnusedRecurringFee"));
        net = new Basis(
                columns.find("lineItem/NetUnblendedCost"),
                columns.find("savingsPlan/NetSavingsPlanEffectiveCost"),
                columns.find("reservation/NetEffectiveCost"),
                columns.find("reservation/NetUnusedAmortizedUpfrontFeeForBillingPeriod"),
                columns.find("reservation/NetUnusedRecurringFee"));
    }

    ChargeRecord.Amounts read(SourceRow row, String type) throws RowRefusedException {
        if (AmortisedCost.isContainerSplit(row.text(operation))) {
            Optional<BigDecimal> none = Optional.of(BigDecimal.ZERO);
            BigDecimal billed = amount(row, unblended).orElse(BigDecimal.ZERO);
            return new ChargeRecord.Amounts(billed, none, none, Optional.empty());
        }
        BigDecimal billed = Numbers.required(columns.name(unblended), row.text(unblended));
        CurLine line = line(row, type, billed);
        Optional<BigDecimal> effective = AmortisedCost.of(line);
        if (effective.isEmpty()) {
            unknown++;
        }
        Optional<BigDecimal> list = amount(row, onDemand);
        if (type.equals("SavingsPlanNegation")) {
            list = list.map(_ -> BigDecimal.ZERO);
        }
        return new ChargeRecord.Amounts(billed, effective, list, Optional.empty());
    }

    /// The plan or reservation that a line belongs to; empty when it belongs to none.
    String commitment(SourceRow row) {
        String plan = row.text(planArn);
        return plan.isEmpty() ? row.text(reservationArn) : plan;
    }

    private CurLine line(SourceRow row, String type, BigDecimal billed) throws RowRefusedException {
        return new CurLine(
                type,
                netOfDiscount(row, type).orElse(billed),
                row.text(operation),
                row.text(description),
                row.text(reservationArn),
                row.text(planArn),
                new CurLine.SavingsPlan(
                        either(row, net.planEffective, gross.planEffective),
                        amount(row, planTotal),
                        amount(row, planUsed)),
                new CurLine.Reservation(
                        either(row, net.effective, gross.effective),
                        either(row, net.unusedUpfront, gross.unusedUpfront),
                        either(row, net.unusedRecurring, gross.unusedRecurring)));
    }

    private Optional<BigDecimal> netOfDiscount(SourceRow row, String type) throws RowRefusedException {
        if (net.unblended < 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount = amount(row, net.unblended);
        return amount.isEmpty() && LineItemType.isDiscount(type) ? Optional.of(BigDecimal.ZERO) : amount;
    }

    private Optional<BigDecimal> either(SourceRow row, int first, int second) throws RowRefusedException {
        Optional<BigDecimal> amount = amount(row, first);
        return amount.isPresent() ? amount : amount(row, second);
    }

    private Optional<BigDecimal> amount(SourceRow row, int column) throws RowRefusedException {
        return Numbers.amount(columns.name(column), row.text(column));
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (net.unblended >= 0) {
            notes.add("The effective cost is after negotiated discounts, from the net columns of the report.");
        }
        if (unknown > 0) {
            notes.add("The effective cost of " + unknown + " rows is unknown, because the report lacks the columns or"
                    + " values of the Savings Plan or reservation; export it with them.");
        }
        return notes;
    }
}
