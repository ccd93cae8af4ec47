package dev.headroom.storage.cache;

import java.time.YearMonth;
import java.util.List;

/// A bill that several kinds of bills tell, of which one counts.
///
/// @param told what each of them tells, the one that counts first
public record BillContest(String provider, String billingAccount, YearMonth month, List<Told> told) {
    public BillContest {
        told = List.copyOf(told);
    }

    /// Which kind counts and which does not.
    public String sentence() {
        Told leader = told.getFirst();
        String others =
                String.join(", ", told.stream().skip(1).map(Told::family).toList());
        String whose = (provider + " " + billingAccount).strip();
        return "The bill of " + month + (whose.isEmpty() ? "" : " of " + whose) + " is kept as " + leader.family()
                + " and as " + others + ": " + leader.family() + " counts"
                + (leader.chosen() ? ", as was chosen" : "") + ", and " + others
                + " does not, because they tell the same charges. bills --datasets compares them, bills --lead KIND"
                + " lets another one count.";
    }

    /// @param family the kind, such as `focus`
    /// @param leads whether it counts
    /// @param chosen whether somebody chose that it counts
    /// @param reach days of accounts with charges
    /// @param totals the exact sums, by currency
    public record Told(String family, boolean leads, boolean chosen, int reach, long charges, List<BillTotal> totals) {
        public Told {
            totals = List.copyOf(totals);
        }
    }
}
