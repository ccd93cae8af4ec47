package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.BillContest;
import dev.headroom.storage.cache.CacheException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Compares what several kinds of bills (FOCUS, CUR, a provider's own export) tell of the same month of the
/// same billing account, of which one counts, and lets another one count.
public final class CompareDatasets {
    private static final String BY_RULE = "auto";
    private final OpenWorkspace workspace;

    public CompareDatasets(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// Which bills; empty values take all.
    public record Selection(String provider, String billingAccount, Optional<YearMonth> month) {
        private boolean takes(BillContest bill) {
            return (provider.isEmpty() || provider.equalsIgnoreCase(bill.provider()))
                    && (billingAccount.isEmpty() || billingAccount.equalsIgnoreCase(bill.billingAccount()))
                    && month.map(bill.month()::equals).orElse(true);
        }
    }

    /// What one kind of bill tells of a bill that others tell, too.
    ///
    /// @param counts whether it is the one that counts
    /// @param chosen whether somebody chose that
    /// @param accountDays days of accounts with charges
    /// @param currency empty when it has no charge
    /// @param amounts by basis; one that a row does not state is left out
    public record Told(
            YearMonth month,
            String provider,
            String account,
            String dataset,
            boolean counts,
            boolean chosen,
            int accountDays,
            long rows,
            Optional<CurrencyCode> currency,
            Map<CostBasis, BigDecimal> amounts) {}

    /// By month, provider and account; the kind that counts first.
    public List<Told> list(Selection selection) throws UseCaseException {
        try {
            return contests(selection).stream()
                    .flatMap(bill -> bill.told().stream().flatMap(told -> told(bill, told).stream()))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// One sentence for each bill that several kinds tell, as known at a time; empty for now.
    public List<String> sentences(Optional<Instant> knownOn) throws UseCaseException {
        try {
            return workspace.storage().bills().contests(knownOn).stream()
                    .map(BillContest::sentence)
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private List<BillContest> contests(Selection selection) {
        return workspace.storage().bills().contests(Optional.empty()).stream()
                .filter(selection::takes)
                .toList();
    }

    private static List<Told> told(BillContest bill, BillContest.Told one) {
        List<Told> told = new ArrayList<>();
        one.totals()
                .forEach(total -> told.add(told(
                        bill,
                        one,
                        total.charges(),
                        Optional.of(total.currency()),
                        Arrays.stream(CostBasis.values())
                                .filter(basis -> total.whole(basis).isPresent())
                                .collect(Collectors.toMap(
                                        basis -> basis,
                                        basis -> total.whole(basis).orElseThrow(),
                                        BigDecimal::add,
                                        TreeMap::new)))));
        if (told.isEmpty()) {
            told.add(told(bill, one, 0, Optional.empty(), Map.of()));
        }
        return told;
    }

    private static Told told(
            BillContest bill,
            BillContest.Told one,
            long rows,
            Optional<CurrencyCode> currency,
            Map<CostBasis, BigDecimal> amounts) {
        return new Told(
                bill.month(),
                bill.provider(),
                bill.billingAccount(),
                one.family(),
                one.leads(),
                one.chosen(),
                one.reach(),
                rows,
                currency,
                amounts);
    }

    /// Lets a kind of bill count from now on: in the selected month, or else in all months of the selected
    /// accounts, later ones too.
    ///
    /// @param dataset such as `focus`, or `auto` to let the rule decide again
    /// @return how many bills of the workspace it concerns
    /// @throws UseCaseException of kind NO_DATA when no selected bill is told by this kind and another one
    public int lead(String dataset, Selection selection, Clock clock) throws UseCaseException {
        String family = dataset.equalsIgnoreCase(BY_RULE) ? "" : dataset.toLowerCase(Locale.ROOT);
        try {
            int concerned = workspace
                    .storage()
                    .bills()
                    .choose(family, selection::takes, selection.month().isEmpty(), clock.instant());
            if (concerned == 0) {
                List<String> kinds = contests(selection).stream()
                        .flatMap(bill -> bill.told().stream())
                        .map(BillContest.Told::family)
                        .distinct()
                        .sorted()
                        .toList();
                throw new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3222",
                        kinds.isEmpty()
                                ? "None of these bills is told by several kinds of bills; each counts already."
                                : "None of these bills is kept as " + dataset + "; they are kept as "
                                        + String.join(", ", kinds) + ".");
            }
            return concerned;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
