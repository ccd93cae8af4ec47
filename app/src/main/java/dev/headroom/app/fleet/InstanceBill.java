package dev.headroom.app.fleet;

import static dev.headroom.app.fleet.FocusColumn.*;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The rows of a server's running hours: at list price, or covered by a savings plan.
final class InstanceBill {
    static final String SERVICE = "Amazon Elastic Compute Cloud";
    private static final BigDecimal NOTHING = new BigDecimal("0");

    private InstanceBill() {}

    /// A part of a day on one machine.
    private record Stretch(Instant start, Instant end, SizedSpan span) {
        BigDecimal hours() {
            return BigDecimal.valueOf(Duration.between(start, end).toHours());
        }
    }

    /// List price of an hour.
    static BigDecimal price(SizedSpan span) {
        return span.shape().onDemandHour().map(Money::amount).orElseThrow();
    }

    /// What a server uses of a savings plan on a day.
    static BigDecimal planned(ServerPlan plan, LocalDate day, SavingsPlan savings) {
        return stretches(plan, day).stream()
                .map(stretch -> stretch.hours().multiply(price(stretch.span())).multiply(savings.rate()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// One row for each machine that the server had on the day.
    static List<FocusRow> rows(ServerPlan plan, LocalDate day, List<SavingsPlan> savings) {
        List<FocusRow> rows = new ArrayList<>();
        for (Stretch stretch : stretches(plan, day)) {
            FocusRow row = usage(plan, stretch);
            savings.stream()
                    .filter(candidate -> candidate.covers(plan.id(), day))
                    .findFirst()
                    .ifPresentOrElse(found -> cover(row, stretch, found), () -> charge(row, stretch));
            rows.add(row);
        }
        return rows;
    }

    /// Gives back some hours of an earlier month.
    static FocusRow correction(ServerPlan plan, LocalDate day, int hours, YearMonth period) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Stretch stretch = new Stretch(
                start,
                start.plus(Duration.ofHours(hours)),
                stretches(plan, day).getFirst().span());
        BigDecimal quantity = stretch.hours().negate();
        BigDecimal cost = quantity.multiply(price(stretch.span()));
        return described(new FocusRow(period), plan, stretch)
                .set(CHARGE_CLASS, "Correction")
                .set(CHARGE_DESCRIPTION, "Correction: hours of an outage in the previous month")
                .priced("Standard", quantity, "Hours", price(stretch.span()))
                .consumed(quantity, "Hours")
                .costs(cost, cost, cost);
    }

    private static FocusRow usage(ServerPlan plan, Stretch stretch) {
        YearMonth period = YearMonth.from(stretch.start().atZone(ZoneOffset.UTC));
        return described(new FocusRow(period), plan, stretch).consumed(stretch.hours(), "Hours");
    }

    private static FocusRow described(FocusRow row, ServerPlan plan, Stretch stretch) {
        Site site = plan.account().site();
        String type = stretch.span().shape().instanceType();
        String sku = "BoxUsage:" + type + ":" + site.region();
        String text = "$" + price(stretch.span()).toPlainString() + " per On Demand Linux " + type + " Instance Hour";
        return row.charge("Usage", "Usage-Based", text)
                .during(stretch.start(), stretch.end())
                .service(SERVICE, "Compute")
                .account(plan.account())
                .region(site)
                .set(AVAILABILITY_ZONE, site.region() + "abc".charAt((int) Math.floorMod(plan.stream(), 3L)))
                .resource(plan.id(), plan.id(), "instance")
                .sku(sku, sku + ":OnDemand")
                .tags(plan.tags());
    }

    private static void charge(FocusRow row, Stretch stretch) {
        BigDecimal cost = stretch.hours().multiply(price(stretch.span()));
        row.priced("Standard", stretch.hours(), "Hours", price(stretch.span())).costs(cost, cost, cost);
    }

    private static void cover(FocusRow row, Stretch stretch, SavingsPlan savings) {
        BigDecimal list = stretch.hours().multiply(price(stretch.span()));
        CommitmentBill.mark(row, savings, "Used")
                .priced("Committed", stretch.hours(), "Hours", price(stretch.span()))
                .costs(list, NOTHING, list.multiply(savings.rate()));
    }

    private static List<Stretch> stretches(ServerPlan plan, LocalDate day) {
        Instant dayStart = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant dayEnd = dayStart.plus(Duration.ofDays(1));
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < plan.spans().size(); i++) {
            SizedSpan span = plan.spans().get(i);
            Instant until =
                    i + 1 < plan.spans().size() ? plan.spans().get(i + 1).from() : dayEnd;
            Instant start = span.from().isAfter(dayStart) ? span.from() : dayStart;
            Instant end = until.isBefore(dayEnd) ? until : dayEnd;
            if (start.isBefore(end)) {
                stretches.add(new Stretch(start, end, span));
            }
        }
        return stretches;
    }
}
