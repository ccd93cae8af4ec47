package dev.headroom.app.fleet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A commitment to spend a fixed amount an hour, which covers some servers at a lower rate.
///
/// @param start the first day
/// @param end the day after the last
/// @param rate price under the plan as a share of the list price
/// @param hourly the committed amount an hour
/// @param covered ids of the covered servers
record SavingsPlan(
        String id,
        String name,
        Account owner,
        LocalDate start,
        LocalDate end,
        BigDecimal rate,
        BigDecimal hourly,
        Set<String> covered) {
    private static final BigDecimal THREE_YEARS = new BigDecimal("0.54");
    private static final BigDecimal ONE_YEAR = new BigDecimal("0.73");
    private static final BigDecimal SLACK = new BigDecimal("1.05");

    SavingsPlan {
        covered = Set.copyOf(covered);
    }

    /// The two plans of the invented company: one of three years that began before the bill, one of a year that
    /// expires soon after it. They cover servers that never grew, so that neither is ever exceeded.
    static List<SavingsPlan> of(FleetSpec spec, List<ServerPlan> plans) {
        LocalDate first = spec.firstBillingMonth().atDay(1);
        List<ServerPlan> steady = plans.stream()
                .filter(plan -> plan.account().environment().equals("production") && neverGrew(plan, first))
                .toList();
        int large = Math.min(steady.size(), Math.round(plans.size() * 0.28f));
        int small = Math.min(steady.size() - large, Math.round(plans.size() * 0.14f));
        LocalDate renewed = spec.lastDay().minusDays(330);
        return List.of(
                plan(
                        "sp-3y-0001",
                        "Compute, 3 years, no upfront",
                        first.minusMonths(9),
                        3,
                        THREE_YEARS,
                        steady,
                        0,
                        large),
                plan("sp-1y-0002", "Compute, 1 year, no upfront", renewed, 1, ONE_YEAR, steady, large, large + small));
    }

    private static SavingsPlan plan(
            String id,
            String name,
            LocalDate start,
            int years,
            BigDecimal rate,
            List<ServerPlan> servers,
            int from,
            int to) {
        List<ServerPlan> covered = servers.subList(from, to);
        BigDecimal most = covered.stream()
                .map(server -> server.spans().stream()
                        .map(span -> InstanceBill.price(span).multiply(rate))
                        .reduce(BigDecimal.ZERO, BigDecimal::max))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal hourly = most.multiply(SLACK).setScale(2, RoundingMode.UP);
        Set<String> ids = covered.stream().map(ServerPlan::id).collect(Collectors.toSet());
        return new SavingsPlan(id, name, Account.PROD_US, start, start.plusYears(years), rate, hourly, ids);
    }

    private static boolean neverGrew(ServerPlan plan, LocalDate first) {
        boolean old =
                plan.launched().isBefore(first.atStartOfDay(ZoneOffset.UTC).toInstant());
        SizedSpan before = plan.spans().getFirst();
        return old && before.shape().vcpu() >= plan.current().shape().vcpu();
    }

    boolean covers(String server, LocalDate day) {
        return active(day) && covered.contains(server);
    }

    boolean active(LocalDate day) {
        return !covered.isEmpty() && !day.isBefore(start) && day.isBefore(end);
    }
}
