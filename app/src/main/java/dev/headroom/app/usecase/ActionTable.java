package dev.headroom.app.usecase;

import dev.headroom.engine.plan.Action;
import dev.headroom.engine.plan.ActionPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The best set of actions: the chosen ones, the commitment, the set as a whole, and what was left out.
public final class ActionTable extends Table {
    public ActionTable(PlanActions.Report report) {
        super(List.of(
                "choice",
                "resource",
                "action",
                "what",
                "day",
                "gross_saving",
                "saving_alone",
                "marginal_saving",
                "bad_case_saving",
                "currency",
                "term_days",
                "effort_points",
                "restart",
                "expected_breaches",
                "risk_grade",
                "confidence",
                "bound",
                "gap_percent",
                "reason"));
        ActionPlan plan = report.plan();
        String currency = plan.pool().currency().value();
        for (ActionPlan.Chosen one : plan.chosen()) {
            Map<String, Object> row = row("chosen", one.action());
            row.put("day", one.day());
            row.put("gross_saving", one.gross().amount());
            row.put("saving_alone", one.alone().amount());
            row.put("marginal_saving", one.marginal().amount());
            row.put("term_days", plan.days());
            add(row);
        }
        plan.commitment().ifPresent(bought -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("choice", "chosen");
            row.put("action", "commit");
            row.put("what", bought.rate().words() + ", " + bought.hourly() + " an hour");
            row.put("marginal_saving", bought.marginal().amount());
            row.put("bad_case_saving", bought.badCase().amount());
            row.put("currency", currency);
            row.put("term_days", plan.days());
            row.put("reason", "unused " + decimal(100 * bought.unusedShare(), 1) + " % on average");
            add(row);
        });
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("choice", "whole set");
        whole.put("marginal_saving", plan.saving().amount());
        whole.put("currency", currency);
        whole.put("term_days", plan.days());
        whole.put("effort_points", plan.effort());
        whole.put("restart", plan.restarts());
        whole.put("expected_breaches", decimal(plan.expectedBreaches(), 2));
        whole.put("bound", plan.bound().amount());
        whole.put("gap_percent", decimal(plan.gapPercent(), 3));
        add(whole);
        for (ActionPlan.LeftOut one : plan.left()) {
            Map<String, Object> row = row("left out", one.action());
            row.put("reason", one.reason());
            add(row);
        }
    }

    private static Map<String, Object> row(String choice, Action action) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("choice", choice);
        row.put("resource", action.resource());
        row.put("action", action.kind());
        row.put("what", action.words());
        row.put("currency", action.saving().currency().value());
        row.put("effort_points", action.effort().points());
        row.put("restart", action.restart() == Action.Restart.NEEDED ? 1 : 0);
        row.put("expected_breaches", decimal(action.expectedBreaches(), 2));
        row.put("risk_grade", action.riskGrade());
        row.put("confidence", decimal(action.confidence(), 2));
        return row;
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
