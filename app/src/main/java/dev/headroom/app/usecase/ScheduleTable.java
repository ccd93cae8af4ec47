package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SavingEstimate;
import dev.headroom.engine.schedule.ScheduleAdvice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The schedule table: one row a server. Amounts have two decimals; what is not known is empty. Several cron
/// times of one server are separated by semicolons; they, and the tag, are on the clock of `zone`.
public final class ScheduleTable extends Table {
    public ScheduleTable(FleetSchedules schedules) {
        super(List.of(
                "resource",
                "environment",
                "action",
                "off_hours_week",
                "monthly_cost",
                "monthly_saving_gross",
                "monthly_saving_net",
                "currency",
                "confidence",
                "weeks",
                "quiet_share",
                "used_hours",
                "zone",
                "off",
                "stop_cron",
                "start_cron",
                "tag",
                "reason"));
        schedules.advice().forEach(advice -> add(row(advice)));
    }

    private static Map<String, Object> row(ScheduleAdvice advice) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("resource", advice.server().id());
        row.put("environment", advice.server().environment());
        row.put("monthly_cost", amount(advice.month()));
        row.put("currency", advice.month().map(money -> money.currency().value()));
        row.put("reason", advice.reason());
        switch (advice) {
            case ScheduleAdvice.Off off -> {
                row.put("action", "schedule");
                row.put("off_hours_week", off.schedule().offHours());
                row.put("monthly_saving_gross", amount(off.saving().map(SavingEstimate::gross)));
                row.put("monthly_saving_net", amount(off.saving().flatMap(SavingEstimate::net)));
                row.put("confidence", off.confidence());
                row.put("weeks", off.weeks());
                row.put("quiet_share", off.quietShare());
                row.put("used_hours", off.usedHours());
                row.put("zone", off.schedule().zone().getId());
                row.put("off", off.schedule().words());
                row.put("stop_cron", String.join("; ", off.schedule().stopCron()));
                row.put("start_cron", String.join("; ", off.schedule().startCron()));
                row.put("tag", off.schedule().tag());
            }
            case ScheduleAdvice.On on ->
                row.put("action", on.cause().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return row;
    }

    private static Optional<BigDecimal> amount(Optional<Money> money) {
        return money.map(value -> value.rounded(2).amount());
    }
}
