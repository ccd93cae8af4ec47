package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Adds up, charge by charge, how much of the cost carries the tags of a policy: see [TagCoverage].
public final class TagCount {
    private final TagPolicy policy;
    private final Map<Place, Sum> sums = new HashMap<>();

    private record Place(String account, CurrencyCode currency, String tag) {}

    private static final class Sum {
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal tagged = BigDecimal.ZERO;
        private long charges;
        private long unknown;
        private final Map<String, BigDecimal> spellings = new TreeMap<>();
    }

    public TagCount(TagPolicy policy) {
        this.policy = policy;
    }

    /// Counts a charge if it can be tagged.
    public void add(ChargeRecord charge) {
        ChargeLine line = charge.line();
        if (line.category() != ChargeCategory.USAGE || isUnusedCommitment(line)) {
            return;
        }
        boolean all = true;
        for (String tag : policy.required()) {
            boolean carries = !line.tags().getOrDefault(tag, "").isBlank();
            all &= carries;
            put(charge, tag, carries);
        }
        if (policy.required().size() > 1) {
            put(charge, "", all);
        }
    }

    /// The row of a commitment itself is about no resource, or about the commitment.
    private static boolean isUnusedCommitment(ChargeLine line) {
        return !line.commitment().isEmpty()
                && (line.resource().isEmpty() || line.resource().equals(line.commitment()));
    }

    private void put(ChargeRecord charge, String tag, boolean carries) {
        Optional<BigDecimal> cost = charge.amount(CostBasis.EFFECTIVE);
        for (String account : List.of("", charge.line().subAccount())) {
            Sum sum = sums.computeIfAbsent(new Place(account, charge.currency(), tag), _ -> new Sum());
            sum.charges++;
            if (cost.isEmpty()) {
                sum.unknown++;
            } else {
                sum.cost = sum.cost.add(cost.get());
                if (carries) {
                    sum.tagged = sum.tagged.add(cost.get());
                } else {
                    spelling(charge.line(), tag)
                            .ifPresent(other -> sum.spellings.merge(other, cost.get(), BigDecimal::add));
                }
            }
            if (charge.line().subAccount().isEmpty()) {
                return;
            }
        }
    }

    private static Optional<String> spelling(ChargeLine line, String tag) {
        return line.tags().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(tag)
                        && !entry.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /// One row an account, currency and tag: all accounts first, tags in the order of the policy and all of them last,
    /// accounts by their cost.
    public List<TagCoverage> rows() {
        List<String> tags = new ArrayList<>(policy.required());
        tags.add("");
        List<TagCoverage> rows = new ArrayList<>();
        sums.forEach((place, sum) -> rows.add(new TagCoverage(
                place.account(),
                place.currency(),
                place.tag(),
                sum.cost,
                sum.tagged,
                sum.charges,
                sum.unknown,
                sum.spellings)));
        rows.sort((a, b) -> {
            int order = a.currency().value().compareTo(b.currency().value());
            order = order != 0
                    ? order
                    : Boolean.compare(!a.account().isEmpty(), !b.account().isEmpty());
            order = order != 0 ? order : b.cost().compareTo(a.cost());
            order = order != 0 ? order : a.account().compareTo(b.account());
            return order != 0 ? order : Integer.compare(tags.indexOf(a.tag()), tags.indexOf(b.tag()));
        });
        return List.copyOf(rows);
    }
}
