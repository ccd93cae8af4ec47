package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.CacheException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lists the versions of the bills, the closed months that were restated, and the totals as they were known.
public final class ListBills {
    private final OpenWorkspace workspace;

    public ListBills(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// What one file said of one month's bill of one billing account.
    ///
    /// @param billed exact, by currency; empty when the content was removed
    /// @param replaced when a later version took its place; empty while it holds
    /// @param purged true when retention has removed the content
    /// @param dataset the kind of bill, such as `focus` or `azure-actual`
    /// @param counted true when it holds and no other kind of bill counts in its place
    public record Version(
            YearMonth month,
            String provider,
            String account,
            String file,
            long rows,
            SortedMap<CurrencyCode, BigDecimal> billed,
            Instant loaded,
            Optional<Instant> replaced,
            boolean purged,
            String dataset,
            boolean counted) {}

    /// Why the figures of a month changed.
    public enum Cause {
        /// A file restated the bill or added to it.
        RESTATED("restated"),
        /// The same bill is counted as another kind of bill tells it.
        ANOTHER_KIND_COUNTS("another kind of bill counts");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// How an import changed a month of usage that was over and known already.
    ///
    /// @param changes by charge category, after minus before; what did not change is left out
    public record Restated(
            YearMonth month,
            CurrencyCode currency,
            Instant known,
            BigDecimal before,
            BigDecimal after,
            Map<ChargeCategory, BigDecimal> changes,
            long rowsBefore,
            long rowsAfter,
            Cause cause) {
        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /// The bills of one month in one currency.
    ///
    /// @param amounts by basis; one that a row does not state is left out, because its sum would be too low
    public record Total(YearMonth month, CurrencyCode currency, long rows, Map<CostBasis, BigDecimal> amounts) {}

    /// All versions, by month, account and time of loading.
    public List<Version> versions() throws UseCaseException {
        try {
            return workspace.storage().bills().versions().stream()
                    .map(version -> new Version(
                            version.month(),
                            version.provider(),
                            version.billingAccount(),
                            version.path(),
                            version.charges(),
                            version.billed(),
                            version.loaded(),
                            version.replaced(),
                            version.purged(),
                            version.dataset(),
                            version.counted()))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// The changes of closed months, the first one first.
    public List<Restated> restatements() throws UseCaseException {
        try {
            return workspace.storage().bills().restatements().stream()
                    .map(one -> new Restated(
                            one.month(),
                            one.currency(),
                            one.known(),
                            one.before(),
                            one.after(),
                            one.changes(),
                            one.rowsBefore(),
                            one.rowsAfter(),
                            switch (one.cause()) {
                                case RESTATED -> Cause.RESTATED;
                                case ANOTHER_KIND_COUNTS -> Cause.ANOTHER_KIND_COUNTS;
                            }))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// The totals of the bills by month and currency.
    ///
    /// @param knownOn as they were known at this time; empty for what holds now
    /// @throws UseCaseException of kind NO_DATA when nothing was known then
    public List<Total> totals(Optional<Instant> knownOn) throws UseCaseException {
        try {
            return KnownBills.at(workspace, knownOn).bills().stream()
                    .map(total -> new Total(
                            total.month(),
                            total.currency(),
                            total.charges(),
                            Arrays.stream(CostBasis.values())
                                    .filter(basis -> total.whole(basis).isPresent())
                                    .collect(Collectors.toMap(
                                            basis -> basis,
                                            basis -> total.whole(basis).orElseThrow(),
                                            BigDecimal::add,
                                            TreeMap::new))))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
