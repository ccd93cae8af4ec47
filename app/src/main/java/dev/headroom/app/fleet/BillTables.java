package dev.headroom.app.fleet;

import static dev.headroom.app.fleet.FocusColumn.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the bill of a fleet, one FOCUS 1.0 table a month.
final class BillTables {
    private static final BigDecimal TAX_RATE = new BigDecimal("0.0425");
    private static final BigDecimal CREDIT = new BigDecimal("-750.00");
    private static final int CORRECTION_MONTHS_AGO = 7;
    private static final int[] CREDIT_MONTHS_AGO = {5, 16};
    private static final int CORRECTED_HOURS = 6;

    private final FleetSpec spec;
    private final List<ServerPlan> plans;
    private final List<SavingsPlan> savings;
    private final NetworkUse network;

    /// Mean network throughput in Mbit/s of a server on a day.
    interface NetworkUse {
        double megabits(String server, LocalDate day);
    }

    BillTables(FleetSpec spec, List<ServerPlan> plans, NetworkUse network) {
        this.spec = spec;
        this.plans = plans;
        this.savings = SavingsPlan.of(spec, plans);
        this.network = network;
    }

    /// The months that are billed; the last one may be unfinished.
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        YearMonth last = YearMonth.from(spec.lastDay());
        for (YearMonth month = spec.firstBillingMonth(); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return spec.billingMonths() == 0 ? List.of() : months;
    }

    /// Writes one month.
    ///
    /// @return the billed total, exact
    BigDecimal write(FleetFolder folder, YearMonth month) throws IOException {
        Map<Account, BigDecimal> billed = new EnumMap<>(Account.class);
        BigDecimal total = BigDecimal.ZERO;
        try (TableWriter table = folder.table("billing/focus-" + month)) {
            UtilizationTables.header(
                    table,
                    Arrays.stream(FocusColumn.values()).map(FocusColumn::title).toList());
            for (ServerPlan plan : plans) {
                BigDecimal sum = write(table, serverRows(plan, month));
                billed.merge(plan.account(), sum, BigDecimal::add);
                total = total.add(sum);
            }
            for (SavingsPlan plan : savings) {
                BigDecimal sum = write(table, commitmentRows(plan, month));
                billed.merge(plan.owner(), sum, BigDecimal::add);
                total = total.add(sum);
            }
            total = total.add(write(table, closingRows(month, billed)));
        }
        return total;
    }

    private static BigDecimal write(TableWriter table, List<FocusRow> rows) throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        for (FocusRow row : rows) {
            row.write(table);
            sum = sum.add(row.billed());
        }
        return sum;
    }

    /// Machine, volume and transfer of a server; each kind day by day.
    private List<FocusRow> serverRows(ServerPlan plan, YearMonth month) {
        List<FocusRow> rows = new ArrayList<>();
        List<LocalDate> days = days(month);
        days.forEach(day -> rows.addAll(InstanceBill.rows(plan, day, savings)));
        days.forEach(day -> SideBill.volume(plan, day).ifPresent(rows::add));
        days.forEach(day ->
                SideBill.transfer(plan, day, network.megabits(plan.id(), day)).ifPresent(rows::add));
        return rows;
    }

    private List<FocusRow> commitmentRows(SavingsPlan plan, YearMonth month) {
        return days(month).stream()
                .filter(plan::active)
                .flatMap(day -> CommitmentBill.rows(plan, day, plans).stream())
                .toList();
    }

    /// What comes with the invoice: a correction of the month before, a credit, and tax. An unfinished month has none.
    private List<FocusRow> closingRows(YearMonth month, Map<Account, BigDecimal> billed) {
        List<FocusRow> rows = new ArrayList<>();
        YearMonth last = YearMonth.from(spec.lastDay());
        if (month.equals(last.minusMonths(CORRECTION_MONTHS_AGO)) && month.isAfter(spec.firstBillingMonth())) {
            correction(month).ifPresent(rows::add);
        }
        if (Arrays.stream(CREDIT_MONTHS_AGO).anyMatch(ago -> month.equals(last.minusMonths(ago)))) {
            rows.add(credit(month));
        }
        if (!month.atEndOfMonth().isAfter(spec.lastDay())) {
            billed.forEach((account, sum) -> rows.add(tax(month, account, sum)));
        }
        return rows;
    }

    private Optional<FocusRow> correction(YearMonth month) {
        LocalDate day = month.minusMonths(1).atDay(12);
        return plans.stream()
                .filter(plan -> plan.launched()
                        .isBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .filter(plan -> savings.stream().noneMatch(s -> s.covers(plan.id(), day)))
                .findFirst()
                .map(plan -> InstanceBill.correction(plan, day, CORRECTED_HOURS, month));
    }

    private static FocusRow credit(YearMonth month) {
        return monthly(month, Account.PROD_US)
                .charge("Credit", "One-Time", "Migration credit")
                .service(InstanceBill.SERVICE, "Compute")
                .set(PRICING_CATEGORY, "Other")
                .costs(CREDIT, CREDIT, CREDIT);
    }

    private static FocusRow tax(YearMonth month, Account account, BigDecimal base) {
        BigDecimal tax = base.multiply(TAX_RATE).setScale(2, RoundingMode.HALF_UP);
        return monthly(month, account)
                .charge("Tax", "One-Time", "Sales tax")
                .service("Tax", "Other")
                .costs(tax, tax, tax);
    }

    private static FocusRow monthly(YearMonth month, Account account) {
        Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new FocusRow(month).during(start, end).account(account);
    }

    private List<LocalDate> days(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> !day.isAfter(spec.lastDay()))
                .toList();
    }
}
