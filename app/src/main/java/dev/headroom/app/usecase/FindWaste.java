package dev.headroom.app.usecase;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.waste.JoinedWaste;
import dev.headroom.engine.waste.Waste;
import dev.headroom.engine.waste.WasteFinder;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.DailyCost;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what is paid for and not used, or to be had for less: in the last days of the bills, and in the
/// inventory with what was measured. What both show is told once.
public final class FindWaste {
    /// How many days are looked at unless told otherwise.
    public static final int USUAL_DAYS = 30;

    private final OpenWorkspace workspace;
    private final Clock clock;

    public FindWaste(OpenWorkspace workspace) {
        this(workspace, Clock.systemUTC());
    }

    /// @param clock tells the day when the workspace holds neither bills nor readings
    public FindWaste(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// @param first the first day that was looked at
    /// @param last the last day on the bills
    /// @param found the largest saving first
    /// @param unpriced what nobody uses and has no known price, by its id
    public record Found(LocalDate first, LocalDate last, List<Waste> found, List<String> unpriced) {
        public Found {
            found = List.copyOf(found);
            unpriced = List.copyOf(unpriced);
        }

        public Found(LocalDate first, LocalDate last, List<Waste> found) {
            this(first, last, found, List.of());
        }
    }

    /// With the usual age of snapshots.
    public Found run(int days, Optional<Instant> knownOn) throws UseCaseException {
        return run(days, AdviseAssets.USUAL_SNAPSHOT_DAYS, knownOn);
    }

    /// @param days how many of the last days on the bills; positive
    /// @param snapshotDays the age from which on a snapshot without its volume counts
    /// @param knownOn the bills as they were known at this time, and nothing of the inventory, which is kept
    ///     without
    ///     versions; empty for now
    public Found run(int days, int snapshotDays, Optional<Instant> knownOn) throws UseCaseException {
        try {
            ChargeLedger charges = KnownBills.at(workspace, knownOn);
            Optional<LocalDate> billed = charges.daily(CostGrouping.TOTAL, CostBasis.BILLED).stream()
                    .map(DailyCost::day)
                    .max(Comparator.naturalOrder());
            Set<AssetKind> kinds = knownOn.isPresent() ? Set.of() : EnumSet.allOf(AssetKind.class);
            AssetAdvice advice = new AdviseAssets(workspace, clock).run(kinds, SizingPolicy.standard(), snapshotDays);
            if (billed.isEmpty() && advice.advice().isEmpty()) {
                throw new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3181",
                        "The workspace holds no bills and no inventory of volumes and the like; import some first.");
            }
            LocalDate last =
                    billed.orElseGet(() -> LocalDate.ofInstant(advice.asOf().minusNanos(1), ZoneOffset.UTC));
            LocalDate first = last.minusDays(days - 1L);
            List<Advice.Remove> idle = advice.advice().stream()
                    .filter(Advice.Remove.class::isInstance)
                    .map(Advice.Remove.class::cast)
                    .toList();
            List<Waste> found = JoinedWaste.of(inBills(charges, first, last), idle, days);
            return new Found(first, last, found, unpriced(idle, found));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private List<Waste> inBills(ChargeLedger charges, LocalDate first, LocalDate last) throws UseCaseException {
        WasteFinder finder = new WasteFinder();
        charges.forEach(first, last, finder::add);
        Set<String> servers = new ListServers(workspace)
                .run().stream().map(entry -> entry.server().id()).collect(Collectors.toSet());
        return finder.found(servers);
    }

    private static List<String> unpriced(List<Advice.Remove> idle, List<Waste> found) {
        return idle.stream()
                .filter(remove -> remove.cost().isEmpty())
                .map(remove -> remove.asset().id())
                .filter(id -> found.stream().noneMatch(waste -> JoinedWaste.isSame(waste.resource(), id)))
                .toList();
    }
}
