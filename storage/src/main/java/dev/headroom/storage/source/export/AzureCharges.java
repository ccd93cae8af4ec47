package dev.headroom.storage.source.export;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.storage.source.BillDataset;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Says what the cost of an Azure row is: billed, effective, or both.
///
/// Azure writes the export of actual cost and that of amortised cost with the same columns, and no column says
/// which of the two a file is. Rows that no commitment (reservation or savings plan) touches are the same in
/// both, so their cost is billed and effective. For the others:
///
/// | row | in which export | billed | effective |
/// |---|---|---|---|
/// | purchase or refund of a commitment | actual | the cost | 0: it comes back on the usage |
/// | usage under a commitment, cost 0 | actual | 0 | unknown: only the other export states it |
/// | usage under a commitment, with a cost | amortised | 0 | the cost |
/// | unused part of a commitment | amortised | 0 | the cost |
///
/// Billed is 0 in the last two in the sense of FOCUS, whose BilledCost excludes amortised purchases: these
/// rows are never invoiced, the purchase is. So both exports of a month add up when both are imported: the
/// rows that they share are kept once ([BillDataset#AZURE]), and usage under a commitment counts as the
/// amortised one tells it. An amortised export alone does not tell what is billed for commitments; [#notes]
/// says by how much the cost column exceeds the billed total.
final class AzureCharges {
    private final TreeMap<String, Amortised> amortised = new TreeMap<>();

    /// Rows that only an export of amortised cost has.
    private record Amortised(long rows, BigDecimal cost) {
        Amortised plus(Amortised other) {
            return new Amortised(rows + other.rows, cost.add(other.cost));
        }
    }

    /// @param category what kind of charge
    /// @param amounts its billed and effective cost, list as given
    /// @param dataset which of the two exports tells it
    record Charge(ChargeCategory category, ChargeRecord.Amounts amounts, BillDataset dataset) {}

    /// @param type the column ChargeType; empty in old exports, which only have usage
    /// @param covered whether a reservation or savings plan is named
    Charge read(String type, boolean covered, BigDecimal cost, Optional<BigDecimal> list, String currency) {
        ChargeCategory category = category(type);
        boolean usage = category == ChargeCategory.USAGE;
        boolean unused = normal(type).startsWith("unused");
        if (usage && (covered || unused)) {
            boolean unknown = cost.signum() == 0 && !unused;
            if (!unknown) {
                amortised.merge(currency, new Amortised(1, cost), Amortised::plus);
            }
            Optional<BigDecimal> effective = unknown ? Optional.empty() : Optional.of(cost);
            BillDataset dataset = unknown ? BillDataset.AZURE_COVERED : BillDataset.AZURE_AMORTISED;
            return charge(category, BigDecimal.ZERO, effective, list, dataset);
        }
        boolean commitment =
                covered && (category == ChargeCategory.PURCHASE || normal(type).equals("refund"));
        return charge(
                category,
                cost,
                Optional.of(commitment ? BigDecimal.ZERO : cost),
                list,
                commitment ? BillDataset.AZURE_ACTUAL : BillDataset.AZURE);
    }

    private static Charge charge(
            ChargeCategory category,
            BigDecimal billed,
            Optional<BigDecimal> effective,
            Optional<BigDecimal> list,
            BillDataset dataset) {
        return new Charge(category, new ChargeRecord.Amounts(billed, effective, list, Optional.empty()), dataset);
    }

    /// The FOCUS category of a charge type; what is none of the known ones is an adjustment.
    static ChargeCategory category(String type) {
        return switch (normal(type)) {
            case "", "usage", "unusedreservation", "unusedsavingsplan" -> ChargeCategory.USAGE;
            case "purchase" -> ChargeCategory.PURCHASE;
            case "tax" -> ChargeCategory.TAX;
            case "credit" -> ChargeCategory.CREDIT;
            default -> ChargeCategory.ADJUSTMENT;
        };
    }

    private static String normal(String type) {
        return type.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    List<String> notes() {
        return amortised.entrySet().stream()
                .map(total -> "This is an export of amortised cost: "
                        + total.getValue().rows()
                        + " rows of commitments cost " + total.getValue().cost().toPlainString() + " " + total.getKey()
                        + ", which is effective cost and not part of the billed total; import the export of actual cost"
                        + " too for what the commitments were billed at.")
                .toList();
    }
}
