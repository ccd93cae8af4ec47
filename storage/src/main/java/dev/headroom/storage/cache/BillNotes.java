package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an import says about bills that several kinds of bills tell.
final class BillNotes {
    private static final int NAMED = 5;

    private BillNotes() {}

    /// One sentence for each of these bills of which another kind is kept as well; of many, the first few.
    static List<String> contests(Connection connection, Set<BillKey> bills) throws SQLException {
        LeadingBills leading = LeadingBills.at(connection, Optional.empty());
        BillContests contests = new BillContests(connection, leading);
        List<String> notes = new ArrayList<>();
        int more = 0;
        for (BillKey bill : leading.leads().keySet()) {
            if (bills.contains(bill)) {
                if (notes.size() < NAMED) {
                    notes.add(contests.of(bill).sentence());
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            notes.add("So are " + more + " more bills; bills --datasets lists them.");
        }
        return notes;
    }
}
