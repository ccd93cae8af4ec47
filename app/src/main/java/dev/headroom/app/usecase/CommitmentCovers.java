package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.cost.CostSummary;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.DailyCost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds, in the last thirty days of the bill, how much of each server's cost a commitment pays.
final class CommitmentCovers {
    private static final int DAYS = 30;

    private CommitmentCovers() {}

    /// Cover by resource id; resources without a bill are not in it. Commitments are taken to be bound to their
    /// instance family, which is the careful assumption for a saving.
    ///
    /// @param knownOn the bills as they were known at this time; empty for now
    static Map<String, CommitmentCover> byResource(OpenWorkspace workspace, Optional<Instant> knownOn)
            throws UseCaseException {
        ChargeLedger charges = KnownBills.at(workspace, knownOn);
        Optional<LocalDate> last = charges.daily(CostGrouping.TOTAL, CostBasis.BILLED).stream()
                .map(DailyCost::day)
                .max(Comparator.naturalOrder());
        Map<String, CommitmentCover> covers = new HashMap<>();
        if (last.isPresent()) {
            List<ChargeRecord> recent = new ArrayList<>();
            charges.forEach(last.get().minusDays(DAYS - 1L), last.get(), recent::add);
            CostSummary.commitmentShares(recent)
                    .forEach((resource, share) ->
                            covers.put(resource, CommitmentCover.covering(share, CommitmentCover.Reach.SAME_FAMILY)));
        }
        return covers;
    }
}
