package dev.headroom.app.usecase;

import dev.headroom.storage.advice.BudgetState;
import dev.headroom.storage.advice.CommitmentCoverage;
import dev.headroom.storage.advice.CommitmentUse;
import dev.headroom.storage.advice.ProviderAdvice;
import dev.headroom.storage.advice.ProviderAdvice.Kind;
import dev.headroom.storage.advice.PurchaseAdvice;
import dev.headroom.storage.advice.ServerSizeAdvice;
import dev.headroom.storage.cache.AdviceLog;
import dev.headroom.storage.cache.CacheException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What AWS itself says, beside what Headroom says. It was kept by a pull; AWS is not asked here.
public final class AwsAdvice {
    private final OpenWorkspace workspace;

    public AwsAdvice(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    static boolean isAws(String provider) {
        String plain = provider.strip().toLowerCase(Locale.ROOT);
        return plain.equals("aws") || plain.contains("amazon");
    }

    /// Everything that holds, by kind.
    public List<AwsSaid> all() throws UseCaseException {
        List<AwsSaid> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (AdviceLog.Entry entry : current(kind)) {
                all.add(new AwsSaid(
                        kind.code(),
                        entry.origin().account(),
                        entry.origin().region(),
                        entry.advice().subject(),
                        AdviceWords.of(entry.advice()),
                        entry.told(),
                        entry.asked()));
            }
        }
        return all;
    }

    private List<AdviceLog.Entry> current(Kind kind) throws UseCaseException {
        try {
            return workspace.storage().advice().current(kind);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// What it says about sizes and commitments.
    public AwsStatement statement() throws UseCaseException {
        return new AwsStatement(sizes(), purchases(), commitments());
    }

    /// What AWS says about sizes beside what Headroom says.
    public List<SizeBeside> sizes(FleetRightsizing ours) throws UseCaseException {
        return SizeBeside.of(sizes(), ours.recommendations());
    }

    private List<SizeSaid> sizes() throws UseCaseException {
        List<SizeSaid> sizes = new ArrayList<>();
        for (Kind kind : List.of(Kind.SERVER_SIZE, Kind.RIGHTSIZING)) {
            for (AdviceLog.Entry entry : current(kind)) {
                if (entry.advice() instanceof ServerSizeAdvice advice) {
                    sizes.add(SizeSaid.of(entry, advice));
                }
            }
        }
        return sizes;
    }

    private List<PurchaseSaid> purchases() throws UseCaseException {
        List<PurchaseSaid> purchases = new ArrayList<>();
        for (Kind kind : List.of(Kind.SAVINGS_PLANS_PURCHASE, Kind.RESERVATIONS_PURCHASE)) {
            for (AdviceLog.Entry entry : current(kind)) {
                if (entry.advice() instanceof PurchaseAdvice advice) {
                    purchases.add(PurchaseSaid.of(entry, advice));
                }
            }
        }
        return purchases;
    }

    /// The budgets at AWS, by account and name.
    ///
    /// @param ours billed cost of everything
    public List<BudgetBeside> budgets(FleetCost ours) throws UseCaseException {
        List<BudgetBeside> budgets = new ArrayList<>();
        for (AdviceLog.Entry entry : current(Kind.BUDGET)) {
            if (entry.advice() instanceof BudgetState budget) {
                budgets.add(new BudgetBeside(
                        entry.origin().account(),
                        budget.name(),
                        budget.period(),
                        budget.covers().name().toLowerCase(Locale.ROOT),
                        Optional.ofNullable(budget.limit()),
                        Optional.ofNullable(budget.actual()),
                        Optional.ofNullable(budget.forecast()),
                        budget.unit(),
                        expected(budget, ours),
                        entry.asked()));
            }
        }
        return budgets;
    }

    private static Optional<CostOutlook.MonthEnd> expected(BudgetState budget, FleetCost ours) {
        boolean comparable = budget.type().equals("COST")
                && budget.period().equals("MONTHLY")
                && budget.covers() == BudgetState.Covers.ALL;
        return ours.outlooks().stream()
                .filter(outlook -> comparable && outlook.currency().value().equals(budget.unit()))
                .map(CostOutlook::monthEnd)
                .findFirst();
    }

    private record Month(String account, ProviderAdvice.Commitment commitment, YearMonth month)
            implements Comparable<Month> {
        private static final Comparator<Month> ORDER = Comparator.comparing(Month::account)
                .thenComparing(Month::commitment)
                .thenComparing(Month::month);

        @Override
        public int compareTo(Month other) {
            return ORDER.compare(this, other);
        }
    }

    /// How commitments stood, by account, commitment and month.
    public List<CommitmentMonth> commitments() throws UseCaseException {
        Map<Month, CommitmentUse> used = new TreeMap<>();
        Map<Month, CommitmentCoverage> covered = new TreeMap<>();
        for (Kind kind : Arrays.asList(
                Kind.SAVINGS_PLANS_USE,
                Kind.SAVINGS_PLANS_COVERAGE,
                Kind.RESERVATIONS_USE,
                Kind.RESERVATIONS_COVERAGE)) {
            for (AdviceLog.Entry entry : current(kind)) {
                String account = entry.origin().account();
                if (entry.advice() instanceof CommitmentUse use) {
                    used.put(new Month(account, use.commitment(), use.month()), use);
                } else if (entry.advice() instanceof CommitmentCoverage coverage) {
                    covered.put(new Month(account, coverage.commitment(), coverage.month()), coverage);
                }
            }
        }
        TreeMap<Month, CommitmentMonth> months = new TreeMap<>();
        used.keySet().forEach(month -> months.put(month, month(month, used, covered)));
        covered.keySet().forEach(month -> months.put(month, month(month, used, covered)));
        return List.copyOf(months.values());
    }

    private static CommitmentMonth month(
            Month month, Map<Month, CommitmentUse> used, Map<Month, CommitmentCoverage> covered) {
        Optional<CommitmentUse> use = Optional.ofNullable(used.get(month));
        Optional<CommitmentCoverage> coverage = Optional.ofNullable(covered.get(month));
        return new CommitmentMonth(
                month.account(),
                month.commitment().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                month.month(),
                use.flatMap(one -> Optional.ofNullable(one.percent())),
                coverage.flatMap(one -> Optional.ofNullable(one.percent())),
                use.flatMap(one -> Optional.ofNullable(one.saving())),
                coverage.flatMap(one -> Optional.ofNullable(one.onDemandCost())));
    }
}
