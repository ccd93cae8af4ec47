package dev.headroom.app.usecase;

import dev.headroom.storage.cache.BillVersion;
import dev.headroom.storage.cache.ChargeLedger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The charges as they were known at a time.
final class KnownBills {
    private KnownBills() {}

    /// @param at empty for what holds now
    /// @throws UseCaseException of kind NO_DATA when no bill was loaded by then, or the content of one that
    ///     held then was removed since
    static ChargeLedger at(OpenWorkspace workspace, Optional<Instant> at) throws UseCaseException {
        ChargeLedger charges = workspace.storage().charges();
        if (at.isEmpty()) {
            return charges;
        }
        Instant time = at.get();
        List<BillVersion> versions = workspace.storage().bills().versions();
        Optional<Instant> first = versions.stream().map(BillVersion::loaded).min(Comparator.naturalOrder());
        if (first.isEmpty() || first.get().isAfter(time)) {
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3220",
                    "No bill was known on " + time + ": "
                            + first.map(loaded -> "the first one was loaded at " + loaded + ".")
                                    .orElse("none was ever loaded into this workspace."));
        }
        List<BillVersion> gone = versions.stream()
                .filter(version -> version.purged()
                        && !version.loaded().isAfter(time)
                        && version.replaced()
                                .map(replaced -> replaced.isAfter(time))
                                .orElse(true))
                .toList();
        if (!gone.isEmpty()) {
            BillVersion one = gone.getFirst();
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3221",
                    "What was known on " + time + " cannot be told any more: retention has removed the content of the"
                            + " bill of " + one.month() + " that was loaded at " + one.loaded()
                            + (gone.size() > 1 ? ", and of " + (gone.size() - 1) + " more" : "") + ".");
        }
        return charges.asKnownOn(time);
    }
}
