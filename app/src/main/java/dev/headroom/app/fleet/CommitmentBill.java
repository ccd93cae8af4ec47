package dev.headroom.app.fleet;

import static dev.headroom.app.fleet.FocusColumn.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/// The rows of a savings plan itself: the daily purchase, and the part of it that nobody used. Over a day the effective
/// cost of covered and unused rows together is the billed cost of the purchase. What nobody used is a day of hours at
/// the price 0: it has no list price.
final class CommitmentBill {
    private static final String SERVICE = "Savings Plans for AWS Compute usage";
    private static final BigDecimal NOTHING = new BigDecimal("0");
    private static final BigDecimal HOURS = new BigDecimal("24");

    private CommitmentBill() {}

    static List<FocusRow> rows(SavingsPlan savings, LocalDate day, List<ServerPlan> plans) {
        BigDecimal bought = HOURS.multiply(savings.hourly());
        BigDecimal used = plans.stream()
                .filter(plan -> savings.covers(plan.id(), day))
                .map(plan -> InstanceBill.planned(plan, day, savings))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        FocusRow purchase = described(savings, day)
                .charge("Purchase", "Recurring", "Recurring fee, " + savings.name())
                .resource(savings.id(), savings.name(), "savings plan")
                .priced("Standard", HOURS, "Hours", savings.hourly())
                .costs(bought, bought, NOTHING);
        FocusRow unused = described(savings, day)
                .charge("Usage", "Usage-Based", "Unused commitment, " + savings.name())
                .set(COMMITMENT_DISCOUNT_STATUS, "Unused")
                .priced("Committed", HOURS, "Hours", NOTHING)
                .costs(NOTHING, NOTHING, bought.subtract(used));
        return List.of(purchase, unused);
    }

    /// Says which commitment a row belongs to.
    static FocusRow mark(FocusRow row, SavingsPlan savings) {
        return row.set(COMMITMENT_DISCOUNT_ID, savings.id())
                .set(COMMITMENT_DISCOUNT_NAME, savings.name())
                .set(COMMITMENT_DISCOUNT_CATEGORY, "Spend")
                .set(COMMITMENT_DISCOUNT_TYPE, "Savings Plan");
    }

    static FocusRow mark(FocusRow row, SavingsPlan savings, String status) {
        return mark(row, savings).set(COMMITMENT_DISCOUNT_STATUS, status);
    }

    private static FocusRow described(SavingsPlan savings, LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return mark(new FocusRow(YearMonth.from(day)), savings)
                .during(start, end)
                .service(SERVICE, "Compute")
                .account(savings.owner())
                .sku("ComputeSavingsPlan", "ComputeSavingsPlan:" + savings.id());
    }
}
