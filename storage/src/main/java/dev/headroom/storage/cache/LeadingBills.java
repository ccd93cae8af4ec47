package dev.headroom.storage.cache;

import dev.headroom.storage.source.BillDataset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which versions of bills count. Where several families of bills ([BillDataset#family]) tell the same bill, one
/// *leads*, and the others are kept without counting: they tell the same charges.
///
/// The family leads that was chosen ([BillChoices]). Otherwise the reach of a family is the number of days of its
/// accounts for which it has charges; of those that reach at least 95 % as far as the farthest, the first in the order
/// of [BillDataset] leads. So a bill of a part of the accounts or days never hides a whole one.
///
/// A bill without a billing account competes with another of its provider and month when one of them has at least half
/// of its days of accounts in common with the other.
final class LeadingBills {
    private static final double FAR_ENOUGH = 0.95;
    private final Connection connection;
    private final Reach known;
    private final Map<BillKey, List<Held>> bills = new TreeMap<>();
    private final Map<BillKey, Lead> leads = new TreeMap<>();
    private final Set<Long> counted = new HashSet<>();

    /// A version that holds.
    record Held(long version, String provider, String account, BillDataset dataset) {}

    /// @param family the one that counts
    /// @param chosen whether somebody chose it
    /// @param reach days of accounts, by family
    record Lead(String family, boolean chosen, Map<String, Integer> reach) {}

    private record AccountDay(int day, String account) {}

    /// The days of accounts of versions, read once: a version never changes.
    static final class Reach {
        private final Map<Long, Set<AccountDay>> known = new HashMap<>();

        private Set<AccountDay> of(Connection connection, long version) throws SQLException {
            Set<AccountDay> days = known.get(version);
            if (days == null) {
                days = new HashSet<>();
                try (PreparedStatement query = connection.prepareStatement("SELECT cost_day, group_name FROM daily_sum"
                        + " WHERE grouped_by = 'SUB_ACCOUNT' AND version = ?")) {
                    query.setLong(1, version);
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            days.add(new AccountDay(row.getInt(1), BillKey.account(row.getString(2))));
                        }
                    }
                }
                known.put(version, days);
            }
            return days;
        }
    }

    private LeadingBills(Connection connection, Reach known) {
        this.connection = connection;
        this.known = known;
    }

    /// @param at what was known and chosen at this time; empty for now
    static LeadingBills at(Connection connection, Optional<Instant> at) throws SQLException {
        return at(connection, at, new Reach());
    }

    /// @param known what was read for other times
    static LeadingBills at(Connection connection, Optional<Instant> at, Reach known) throws SQLException {
        LeadingBills leading = new LeadingBills(connection, known);
        leading.read(at);
        leading.join();
        leading.decide(BillChoices.at(connection, at));
        return leading;
    }

    /// The versions that count.
    Set<Long> counted() {
        return new HashSet<>(counted);
    }

    /// The bills that several families tell, each with the one that leads.
    Map<BillKey, Lead> leads() {
        return leads;
    }

    /// The versions that hold of one bill, counting or not, by number.
    List<Held> held(BillKey bill) {
        return bills.getOrDefault(bill, List.of());
    }

    /// The families that count, by bill.
    Map<BillKey, Set<String>> families() {
        Map<BillKey, Set<String>> families = new TreeMap<>();
        bills.forEach((key, held) -> families.put(
                key,
                held.stream()
                        .filter(one -> counted.contains(one.version()))
                        .map(one -> one.dataset().family())
                        .collect(Collectors.toSet())));
        return families;
    }

    private void read(Optional<Instant> at) throws SQLException {
        String select = "SELECT id, provider, billing_account, billing_month, dataset FROM bill_version WHERE "
                + (at.isEmpty()
                        ? "replaced_at IS NULL"
                        : "loaded_at <= ? AND (replaced_at IS NULL OR replaced_at > ?) AND purged_at IS NULL")
                + " ORDER BY id";
        try (PreparedStatement query = connection.prepareStatement(select)) {
            if (at.isPresent()) {
                query.setLong(1, at.get().toEpochMilli());
                query.setLong(2, at.get().toEpochMilli());
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Held held = new Held(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            BillDataset.ofCode(row.getString(5)).orElse(BillDataset.UNKNOWN));
                    counted.add(held.version());
                    bills.computeIfAbsent(
                                    BillKey.of(held.provider(), held.account(), row.getInt(4)), _ -> new ArrayList<>())
                            .add(held);
                }
            }
        }
    }

    /// Puts bills without a billing account to those with one that tell the same.
    private void join() throws SQLException {
        for (BillKey bare :
                bills.keySet().stream().filter(key -> key.account().isEmpty()).toList()) {
            for (BillKey other : List.copyOf(bills.keySet())) {
                boolean near = other.month() == bare.month()
                        && other.provider().equals(bare.provider())
                        && !other.account().isEmpty();
                List<Held> held = held(bare);
                if (near
                        && !held.isEmpty()
                        && !families(held).equals(families(held(other)))
                        && overlap(days(held), days(held(other)))) {
                    bills.computeIfAbsent(other, _ -> new ArrayList<>()).addAll(held);
                    bills.remove(bare);
                }
            }
        }
    }

    private static Set<String> families(List<Held> held) {
        return held.stream().map(one -> one.dataset().family()).collect(Collectors.toSet());
    }

    private Set<AccountDay> days(List<Held> held) throws SQLException {
        return reach(held).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static boolean overlap(Set<AccountDay> one, Set<AccountDay> other) {
        long both = one.stream().filter(other::contains).count();
        return both > 0 && 2 * both >= Math.min(one.size(), other.size());
    }

    private void decide(BillChoices choices) throws SQLException {
        for (Map.Entry<BillKey, List<Held>> bill : bills.entrySet()) {
            Set<BillDataset> datasets =
                    bill.getValue().stream().map(Held::dataset).collect(Collectors.toCollection(LinkedHashSet::new));
            datasets.remove(BillDataset.OPENCOST);
            boolean contested =
                    datasets.stream().map(BillDataset::family).distinct().count() > 1;
            boolean views =
                    datasets.contains(BillDataset.AZURE_COVERED) && datasets.contains(BillDataset.AZURE_AMORTISED);
            if (contested || views) {
                Map<BillDataset, Set<AccountDay>> reach = reach(bill.getValue());
                if (contested) {
                    lead(bill.getKey(), bill.getValue(), reach, choices.of(bill.getKey()));
                }
                if (views
                        && reach.getOrDefault(BillDataset.AZURE_AMORTISED, Set.of())
                                .containsAll(reach.getOrDefault(BillDataset.AZURE_COVERED, Set.of()))) {
                    // The same usage with its effective cost.
                    drop(bill.getValue(), Set.of(BillDataset.AZURE_COVERED));
                }
            }
        }
    }

    private void lead(BillKey bill, List<Held> held, Map<BillDataset, Set<AccountDay>> reach, Optional<String> choice) {
        Map<String, Set<AccountDay>> byFamily = new HashMap<>();
        reach.forEach((dataset, days) ->
                byFamily.computeIfAbsent(dataset.family(), _ -> new HashSet<>()).addAll(days));
        int farthest = byFamily.values().stream().mapToInt(Set::size).max().orElse(0);
        Optional<String> chosen = choice.filter(byFamily::containsKey);
        String family = chosen.orElseGet(() -> reach.keySet().stream()
                .sorted(Comparator.comparingInt(BillDataset::ordinal))
                .map(BillDataset::family)
                .filter(one -> byFamily.getOrDefault(one, Set.of()).size() >= FAR_ENOUGH * farthest)
                .findFirst()
                .orElseThrow());
        Set<AccountDay> leader = byFamily.getOrDefault(family, Set.of());
        Map<String, Integer> lengths = new TreeMap<>();
        Set<BillDataset> others = new HashSet<>();
        byFamily.forEach((one, days) -> {
            boolean leads = one.equals(family);
            if (leads || !bill.account().isEmpty() || overlap(days, leader)) {
                lengths.put(one, days.size());
                reach.keySet().stream()
                        .filter(dataset -> !leads && dataset.family().equals(one))
                        .forEach(others::add);
            }
        });
        if (lengths.size() > 1) {
            leads.put(bill, new Lead(family, chosen.isPresent(), Map.copyOf(lengths)));
            drop(held, others);
        }
    }

    private void drop(List<Held> held, Set<BillDataset> datasets) {
        held.stream().filter(one -> datasets.contains(one.dataset())).forEach(one -> counted.remove(one.version()));
    }

    /// The days of accounts with charges, by kind.
    private Map<BillDataset, Set<AccountDay>> reach(List<Held> held) throws SQLException {
        Map<BillDataset, Set<AccountDay>> reach = new HashMap<>();
        for (Held one : held) {
            if (one.dataset() != BillDataset.OPENCOST) {
                reach.computeIfAbsent(one.dataset(), _ -> new HashSet<>()).addAll(known.of(connection, one.version()));
            }
        }
        return reach;
    }
}
