package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.waste.Waste;
import dev.headroom.engine.waste.WasteFinder;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.DailyCost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds in the last days of the bills what is paid for and not used, or to be had for less.
public final class FindWaste {
    /// How many days are looked at unless told otherwise.
    public static final int USUAL_DAYS = 30;

    private final OpenWorkspace workspace;

    public FindWaste(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// @param first the first day that was looked at
    /// @param last the last day on the bills
    /// @param found the largest saving first
    public record Found(LocalDate first, LocalDate last, List<Waste> found) {
        public Found {
            found = List.copyOf(found);
        }
    }

    /// @param days how many of the last days on the bills; positive
    /// @param knownOn the bills as they were known at this time; empty for now
    public Found run(int days, Optional<Instant> knownOn) throws UseCaseException {
        try {
            ChargeLedger charges = KnownBills.at(workspace, knownOn);
            LocalDate last = charges.daily(CostGrouping.TOTAL, CostBasis.BILLED).stream()
                    .map(DailyCost::day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new UseCaseException(
                            UseCaseException.Kind.NO_DATA,
                            "HR-3181",
                            "The workspace holds no bills; import some first."));
            LocalDate first = last.minusDays(days - 1L);
            WasteFinder finder = new WasteFinder();
            charges.forEach(first, last, finder::add);
            Set<String> servers = new ListServers(workspace)
                    .run().stream().map(entry -> entry.server().id()).collect(Collectors.toSet());
            return new Found(first, last, finder.found(servers));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
