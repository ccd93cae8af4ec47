package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/// Cost Explorer with costs that can be changed, within its documented limits: two dimensions at most, days up
/// to 14 months back, pages.
final class CostExplorerStub {
    private final TreeMap<LocalDate, Map<String, Cost>> costs = new TreeMap<>();
    private final List<GetCostAndUsageRequest> asked = new ArrayList<>();
    private final LocalDate today;
    private final int perPage;

    /// @param net empty text when the account has none
    private record Cost(String unblended, String amortised, String net, String quantity, String unit) {}

    CostExplorerStub(LocalDate today, int groupsPerPage) {
        this.today = today;
        perPage = groupsPerPage;
    }

    /// What was asked for, in order.
    List<GetCostAndUsageRequest> asked() {
        return asked;
    }

    CostExplorerStub cost(LocalDate day, String service, String account, String unblended, String amortised) {
        return cost(day, service, account, unblended, amortised, "0", "N/A");
    }

    CostExplorerStub cost(
            LocalDate day, String service, String account, String unblended, String net, String quantity, String unit) {
        costs.computeIfAbsent(day, _ -> new LinkedHashMap<>())
                .put(service + "\n" + account, new Cost(unblended, net, net, quantity, unit));
        return this;
    }

    /// A service of which the net amortised cost is told as 0.
    CostExplorerStub withoutNet(LocalDate day, String service, String account, String unblended, String amortised) {
        costs.computeIfAbsent(day, _ -> new LinkedHashMap<>())
                .put(service + "\n" + account, new Cost(unblended, amortised, "0", "0", "N/A"));
        return this;
    }

    void forget(LocalDate day, String service, String account) {
        costs.getOrDefault(day, Map.of()).remove(service + "\n" + account);
    }

    BigDecimal total() {
        return costs.values().stream()
                .flatMap(day -> day.values().stream())
                .map(cost -> new BigDecimal(cost.unblended()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Entry(LocalDate from, LocalDate until, String group, Cost cost) {}

    GetCostAndUsageResponse answer(GetCostAndUsageRequest request, Call call) throws Fault {
        asked.add(request);
        LocalDate from = LocalDate.parse(request.timePeriod().start());
        LocalDate until = LocalDate.parse(request.timePeriod().end());
        boolean daily = request.granularity() == Granularity.DAILY;
        if (request.groupBy().size() > 2 || !call.region().equals("us-east-1") || !from.isBefore(until)) {
            throw new Fault(400, "ValidationException", "not as documented");
        }
        if (from.isBefore(today.minusMonths(daily ? 14 : 39))) {
            throw new Fault(400, "ValidationException", "too old");
        }
        List<Entry> all = new ArrayList<>();
        costs.subMap(from, until).forEach((day, groups) -> {
            LocalDate first = daily ? day : day.withDayOfMonth(1);
            LocalDate end = daily ? day.plusDays(1) : first.plusMonths(1);
            groups.forEach((group, cost) -> all.add(new Entry(first, end, group, cost)));
        });
        int start = request.nextPageToken() == null ? 0 : Integer.parseInt(request.nextPageToken());
        int end = Math.min(all.size(), start + perPage);
        Map<LocalDate, List<Group>> results = new TreeMap<>();
        Map<LocalDate, LocalDate> ends = new TreeMap<>();
        for (Entry entry : all.subList(start, end)) {
            results.computeIfAbsent(entry.from(), _ -> new ArrayList<>()).add(group(entry));
            ends.put(entry.from(), entry.until());
        }
        return GetCostAndUsageResponse.builder()
                .resultsByTime(results.entrySet().stream()
                        .map(result -> ResultByTime.builder()
                                .timePeriod(
                                        period -> period.start(result.getKey().toString())
                                                .end(String.valueOf(ends.get(result.getKey()))))
                                .groups(result.getValue())
                                .estimated(false)
                                .build())
                        .toList())
                .nextPageToken(end < all.size() ? String.valueOf(end) : null)
                .build();
    }

    private static Group group(Entry entry) {
        Cost cost = entry.cost();
        return Group.builder()
                .keys(entry.group().split("\n", -1))
                .metrics(Map.of(
                        "UnblendedCost", value(cost.unblended(), "USD"),
                        "AmortizedCost", value(cost.amortised(), "USD"),
                        "NetAmortizedCost", value(cost.net(), "USD"),
                        "UsageQuantity", value(cost.quantity(), cost.unit())))
                .build();
    }

    private static MetricValue value(String amount, String unit) {
        return MetricValue.builder().amount(amount).unit(unit).build();
    }
}
