package dev.headroom.engine.commitment;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects what charges say about commitments, one charge at a time.
///
/// A commitment pays for the usage rows that carry its id; what it did not pay for is the effective cost of
/// its own rows ([EligibleUsage#isUnused], and purchase rows, whose effective cost is the unused part).
/// Charges that correct earlier periods, taxes and credits are left out.
public final class CommitmentCount {
    private static final int RECENT = 30;
    private static final int PATIENCE = 3;
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    private final TreeMap<UsagePool, TreeMap<LocalDate, Sum>> usage = new TreeMap<>();
    private final TreeMap<UsagePool, TreeMap<LocalDate, Sum>> covered = new TreeMap<>();
    private final TreeMap<String, Held> held = new TreeMap<>();
    private final TreeMap<UsagePool, TreeMap<LocalDate, SavingsRate>> rated = new TreeMap<>();
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /// A sum that is unknown once a part of it is.
    private static final class Sum {
        private BigDecimal amount = BigDecimal.ZERO;
        private boolean known = true;

        void add(Optional<BigDecimal> part) {
            known &= part.isPresent();
            amount = amount.add(part.orElse(BigDecimal.ZERO));
        }

        void add(Sum other) {
            known &= other.known;
            amount = amount.add(other.amount);
        }

        Optional<BigDecimal> total() {
            return known ? Optional.of(amount) : Optional.empty();
        }
    }

    private static final class HeldDay {
        private final Sum used = new Sum();
        private final Sum unused = new Sum();
        private final Map<UsagePool, Sum> paidFor = new TreeMap<>();
    }

    private static final class Held {
        private final UsagePool whole;
        private final TreeSet<String> words = new TreeSet<>();
        private final TreeMap<LocalDate, HeldDay> days = new TreeMap<>();

        Held(UsagePool whole) {
            this.whole = whole;
        }

        HeldDay at(LocalDate day) {
            return days.computeIfAbsent(day, _ -> new HeldDay());
        }
    }

    public void add(ChargeRecord charge) {
        boolean counts = charge.line().category() == ChargeCategory.USAGE
                || charge.line().category() == ChargeCategory.PURCHASE;
        if (!counts || charge.line().correction()) {
            return;
        }
        LocalDate day = charge.start().atZone(ZoneOffset.UTC).toLocalDate();
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        Optional<UsagePool> pool = EligibleUsage.pool(charge);
        pool.ifPresent(found -> eligible(found, day, charge));
        if (!charge.line().commitment().isBlank()) {
            committed(charge, day, pool);
        }
    }

    private void eligible(UsagePool pool, LocalDate day, ChargeRecord charge) {
        Optional<BigDecimal> cost = EligibleUsage.onDemand(charge);
        at(usage, pool, day).add(cost);
        if (!charge.line().commitment().isBlank()) {
            at(covered, pool.whole(), day).add(cost);
        }
        rated.computeIfAbsent(pool.whole(), _ -> new TreeMap<>()).merge(day, SavingsRate.of(charge), SavingsRate::plus);
    }

    private static Sum at(TreeMap<UsagePool, TreeMap<LocalDate, Sum>> sums, UsagePool pool, LocalDate day) {
        return sums.computeIfAbsent(pool, _ -> new TreeMap<>()).computeIfAbsent(day, _ -> new Sum());
    }

    private void committed(ChargeRecord charge, LocalDate day, Optional<UsagePool> pool) {
        UsagePool whole = UsagePool.whole(charge.line().provider(), charge.currency());
        Held commitment = held.computeIfAbsent(charge.line().commitment(), _ -> new Held(whole));
        HeldDay at = commitment.at(day);
        boolean own = charge.line().category() == ChargeCategory.PURCHASE || EligibleUsage.isUnused(charge);
        if (own) {
            commitment.words.add(charge.line().description().strip());
            at.unused.add(charge.amounts().effective());
        } else {
            at.used.add(charge.amounts().effective());
            pool.ifPresent(
                    found -> at.paidFor.computeIfAbsent(found, _ -> new Sum()).add(EligibleUsage.onDemand(charge)));
        }
    }

    /// What was collected; empty when there was no charge.
    public Optional<CommitmentHistory> history() {
        LocalDate from = first;
        LocalDate to = last;
        if (from == null || to == null) {
            return Optional.empty();
        }
        SortedMap<UsagePool, SortedMap<LocalDate, Optional<BigDecimal>>> known = new TreeMap<>();
        usage.forEach((pool, days) -> {
            SortedMap<LocalDate, Optional<BigDecimal>> totals = new TreeMap<>();
            days.forEach((day, sum) -> totals.put(day, sum.total()));
            known.put(pool, totals);
        });
        SortedMap<UsagePool, List<CoverageDay>> coverage = new TreeMap<>();
        SortedMap<UsagePool, SavingsRate> rates = new TreeMap<>();
        TreeSet<UsagePool> wholes = new TreeSet<>();
        usage.keySet().forEach(pool -> wholes.add(pool.whole()));
        held.values().forEach(one -> wholes.add(one.whole));
        for (UsagePool whole : wholes) {
            coverage.put(whole, coverage(whole, from, to));
            rates.put(whole, rate(whole, to));
        }
        return Optional.of(new CommitmentHistory(from, to, known, coverage, commitments(from, to), rates));
    }

    private List<CoverageDay> coverage(UsagePool whole, LocalDate from, LocalDate to) {
        List<CoverageDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate at = day;
            Sum eligible = new Sum();
            usage.forEach((pool, sums) -> {
                Sum sum = sums.get(at);
                if (sum != null && pool.whole().equals(whole)) {
                    eligible.add(sum);
                }
            });
            Sum paid = covered.getOrDefault(whole, new TreeMap<>()).getOrDefault(at, new Sum());
            Sum used = new Sum();
            Sum unused = new Sum();
            for (Held one : held.values()) {
                HeldDay of = one.days.get(at);
                if (of != null && one.whole.equals(whole)) {
                    used.add(of.used);
                    unused.add(of.unused);
                }
            }
            days.add(new CoverageDay(at, eligible.total(), paid.total(), used.total(), unused.total()));
        }
        return days;
    }

    private SavingsRate rate(UsagePool whole, LocalDate to) {
        SavingsRate rate = SavingsRate.none(whole.currency());
        LocalDate from = to.minusDays(RECENT - 1L);
        for (SavingsRate day :
                rated.getOrDefault(whole, new TreeMap<>()).tailMap(from).values()) {
            rate = rate.plus(day);
        }
        for (Held one : held.values()) {
            if (one.whole.equals(whole)) {
                for (HeldDay day : one.days.tailMap(from).values()) {
                    rate = rate.withUnused(day.unused.amount);
                }
            }
        }
        return rate;
    }

    private List<HeldCommitment> commitments(LocalDate from, LocalDate to) {
        List<HeldCommitment> all = new ArrayList<>();
        held.forEach((id, one) -> all.add(commitment(id, one, from, to)));
        all.sort(Comparator.comparing((HeldCommitment one) -> !one.running()).thenComparing(HeldCommitment::id));
        return all;
    }

    private static HeldCommitment commitment(String id, Held one, LocalDate from, LocalDate to) {
        LocalDate seen = one.days.lastKey();
        SortedMap<LocalDate, HeldDay> recent = one.days.tailMap(seen.minusDays(RECENT - 1L));
        Sum used = new Sum();
        Sum unused = new Sum();
        Sum onDemand = new Sum();
        Map<UsagePool, Sum> pools = new TreeMap<>();
        for (HeldDay day : recent.values()) {
            used.add(day.used);
            unused.add(day.unused);
            day.paidFor.forEach((pool, sum) -> {
                pools.computeIfAbsent(pool, _ -> new Sum()).add(sum);
                onDemand.add(sum);
            });
        }
        Optional<BigDecimal> cost =
                used.total().flatMap(amount -> unused.total().map(amount::add));
        OptionalDouble utilization = CoverageDay.share(used.total(), cost);
        OptionalDouble rate = CoverageDay.share(used.total(), onDemand.total());
        SortedMap<UsagePool, Double> capacity = new TreeMap<>();
        double hours = recent.size() * HOURS.doubleValue();
        pools.forEach((pool, sum) -> capacity.put(
                pool,
                sum.amount.doubleValue()
                        / hours
                        / utilization.stream()
                                .filter(share -> share > 0)
                                .findFirst()
                                .orElse(1)));
        String words = String.join("; ", one.words);
        return new HeldCommitment(
                id,
                one.whole,
                words.isBlank() ? id : words,
                one.days.firstKey(),
                seen,
                recent.size(),
                !seen.isBefore(to.minusDays(PATIENCE)),
                cost.map(amount -> new Money(
                        amount.divide(HOURS.multiply(BigDecimal.valueOf(recent.size())), MathContext.DECIMAL64)
                                .setScale(4, RoundingMode.HALF_EVEN),
                        one.whole.currency())),
                utilization,
                rate.isPresent() ? OptionalDouble.of(1 - rate.getAsDouble()) : rate,
                BilledTerm.expiry(one.days.firstKey(), from, words),
                capacity);
    }
}
