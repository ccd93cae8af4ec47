package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.scenario.CostOutcome;
import dev.headroom.engine.scenario.LoadOutcome;
import dev.headroom.engine.scenario.Outcome;
import dev.headroom.engine.scenario.SpanCost;
import dev.headroom.engine.scenario.Spread;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scenarios against their baseline: one row a scenario, resource and figure, then the cost by month and in all.
/// Differences are of the same futures with and without the events, so their range is not the difference of two ranges.
public final class WhatifTable extends Table {
    private static final int CENTS = 2;

    private final String limit;

    /// @param outcomes all on the same ground
    public WhatifTable(ScenarioGround ground, List<Outcome> outcomes) {
        super(List.of(
                "scenario",
                "subject",
                "metric",
                "figure",
                "unit",
                "baseline",
                "baseline_p10",
                "baseline_p90",
                "scenario_value",
                "scenario_p10",
                "scenario_p90",
                "difference",
                "difference_p10",
                "difference_p90"));
        limit = BigDecimal.valueOf(ground.figures().limitPercent())
                .stripTrailingZeros()
                .toPlainString();
        for (Outcome outcome : outcomes) {
            String name = label(outcome, outcomes);
            outcome.loads().stream()
                    .filter(load -> ground.isShown(load.load().resource()))
                    .forEach(load -> loads(name, load));
            outcome.cost().ifPresent(cost -> cost(name, cost));
        }
    }

    /// The name; with the version, or else the place in the list, where two have the same name.
    private static String label(Outcome outcome, List<Outcome> all) {
        String name = outcome.scenario().name();
        List<Outcome> same = all.stream()
                .filter(other -> other.scenario().name().equals(name))
                .toList();
        boolean versions = same.stream()
                        .map(other -> other.scenario().version())
                        .distinct()
                        .count()
                == same.size();
        return same.size() == 1
                ? name
                : versions ? name + "@" + outcome.scenario().version() : name + " #" + (same.indexOf(outcome) + 1);
    }

    private void loads(String scenario, LoadOutcome load) {
        List<BreachRisk> before = load.baseline().risks();
        List<BreachRisk> after = load.scenario().risks();
        for (int i = 0; i < before.size(); i++) {
            Map<String, Object> row = row(
                    scenario,
                    load,
                    "breach of " + limit + " % in " + before.get(i).horizonDays() + " d",
                    "probability");
            row.put("baseline", before.get(i).probability());
            row.put("scenario_value", after.get(i).probability());
            row.put("difference", after.get(i).probability() - before.get(i).probability());
            add(row);
        }
        Map<String, Object> date = row(scenario, load, "breach date", "date");
        dates(date, "baseline", "baseline", before.getLast());
        dates(date, "scenario_value", "scenario", after.getLast());
        before.getLast()
                .p50()
                .ifPresent(old -> after.getLast()
                        .p50()
                        .ifPresent(now -> date.put("difference", day(now).toEpochDay() - day(old).toEpochDay())));
        add(date);
        Map<String, Object> peak = row(scenario, load, "peak", "percent");
        spread(peak, "baseline", "baseline", load.baseline().peak());
        spread(peak, "scenario_value", "scenario", load.scenario().peak());
        spread(peak, "difference", "difference", load.peakDifference());
        add(peak);
    }

    private static Map<String, Object> row(String scenario, LoadOutcome load, String figure, String unit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scenario", scenario);
        row.put("subject", load.load().resource());
        row.put("metric", load.load().kind().metric());
        row.put("figure", figure);
        row.put("unit", unit);
        return row;
    }

    private static void dates(Map<String, Object> row, String median, String name, BreachRisk risk) {
        row.put(median, date(risk.p50()));
        row.put(name + "_p10", date(risk.p10()));
        row.put(name + "_p90", date(risk.p90()));
    }

    private static void spread(Map<String, Object> row, String median, String name, Spread spread) {
        row.put(median, spread.p50());
        row.put(name + "_p10", spread.p10());
        row.put(name + "_p90", spread.p90());
    }

    private void cost(String scenario, CostOutcome cost) {
        for (SpanCost month : cost.months()) {
            span(scenario, cost, month, month.first().toString().substring(0, 7) + " (" + month.days() + " d)");
        }
        span(scenario, cost, cost.total(), "all " + cost.total().days() + " d");
    }

    private void span(String scenario, CostOutcome cost, SpanCost span, String figure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("scenario", scenario);
        row.put("subject", "cost");
        row.put("metric", "cost");
        row.put("figure", figure);
        row.put("unit", cost.currency().value());
        money(row, "baseline", "baseline", span.baseline());
        money(row, "scenario_value", "scenario", span.scenario());
        money(row, "difference", "difference", span.difference());
        add(row);
    }

    private static void money(Map<String, Object> row, String median, String name, Spread spread) {
        row.put(median, cents(spread.p50()));
        row.put(name + "_p10", cents(spread.p10()));
        row.put(name + "_p90", cents(spread.p90()));
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    private static Optional<LocalDate> date(Optional<Instant> instant) {
        return instant.map(WhatifTable::day);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
