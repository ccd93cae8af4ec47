package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the bills say, as tables.
public final class BillTables {
    private static final int CENTS = 2;

    private BillTables() {}

    /// The versions of bills: one row a version and currency, one without amount when the content was removed.
    public static Table versions(List<ListBills.Version> versions) {
        return new Versions(versions);
    }

    /// The changes of closed months: one row a month, currency and import.
    public static Table restatements(List<ListBills.Restated> restatements) {
        return new Restatements(restatements);
    }

    /// The totals: one row a month and currency.
    public static Table totals(List<ListBills.Total> totals) {
        return new Totals(totals);
    }

    /// What the running month is expected to cost: one row a currency.
    public static Table outlooks(FleetCost cost) {
        return new Outlooks(cost);
    }

    private static final class Versions extends Table {
        Versions(List<ListBills.Version> versions) {
            super(List.of(
                    "month",
                    "provider",
                    "account",
                    "file",
                    "rows",
                    "currency",
                    "billed",
                    "loaded",
                    "replaced",
                    "purged",
                    "dataset",
                    "counted"));
            for (ListBills.Version version : versions) {
                for (Map.Entry<CurrencyCode, BigDecimal> billed :
                        version.billed().entrySet()) {
                    row(version, billed.getKey().value(), billed.getValue());
                }
                if (version.billed().isEmpty()) {
                    row(version, "", "");
                }
            }
        }

        private void row(ListBills.Version version, Object currency, Object billed) {
            add(
                    version.month(),
                    version.provider(),
                    version.account(),
                    version.file(),
                    version.rows(),
                    currency,
                    billed,
                    version.loaded(),
                    version.replaced(),
                    version.purged(),
                    version.dataset(),
                    version.counted());
        }
    }

    private static final class Restatements extends Table {
        Restatements(List<ListBills.Restated> restatements) {
            super(List.of(
                    "month",
                    "currency",
                    "known",
                    "before",
                    "after",
                    "difference",
                    "usage",
                    "purchase",
                    "tax",
                    "credit",
                    "adjustment",
                    "rows_before",
                    "rows_after",
                    "cause"));
            for (ListBills.Restated one : restatements) {
                add(
                        one.month(),
                        one.currency(),
                        one.known(),
                        one.before(),
                        one.after(),
                        one.difference(),
                        change(one, ChargeCategory.USAGE),
                        change(one, ChargeCategory.PURCHASE),
                        change(one, ChargeCategory.TAX),
                        change(one, ChargeCategory.CREDIT),
                        change(one, ChargeCategory.ADJUSTMENT),
                        one.rowsBefore(),
                        one.rowsAfter(),
                        one.cause());
            }
        }

        private static BigDecimal change(ListBills.Restated one, ChargeCategory category) {
            return one.changes().getOrDefault(category, BigDecimal.ZERO);
        }
    }

    private static final class Totals extends Table {
        Totals(List<ListBills.Total> totals) {
            super(List.of("month", "currency", "rows", "billed", "effective", "list", "contracted"));
            for (ListBills.Total total : totals) {
                add(
                        total.month(),
                        total.currency(),
                        total.rows(),
                        amount(total, CostBasis.BILLED),
                        amount(total, CostBasis.EFFECTIVE),
                        amount(total, CostBasis.LIST),
                        amount(total, CostBasis.CONTRACTED));
            }
        }

        private static Optional<BigDecimal> amount(ListBills.Total total, CostBasis basis) {
            return Optional.ofNullable(total.amounts().get(basis));
        }
    }

    private static final class Outlooks extends Table {
        Outlooks(FleetCost cost) {
            super(List.of(
                    "currency",
                    "basis",
                    "last_day",
                    "previous_month",
                    "month",
                    "month_end_p10",
                    "month_end_p50",
                    "month_end_p90"));
            for (CostOutlook outlook : cost.outlooks()) {
                add(
                        outlook.currency(),
                        cost.query().basis().name().toLowerCase(Locale.ROOT),
                        LocalDate.ofInstant(outlook.history().grid().end(), ZoneOffset.UTC)
                                .minusDays(1),
                        cents(outlook.previousMonthTotal()),
                        outlook.month(),
                        cents(outlook.monthEnd().low80()),
                        cents(outlook.monthEnd().median()),
                        cents(outlook.monthEnd().high80()));
            }
        }

        private static Optional<BigDecimal> cents(double value) {
            return Double.isFinite(value)
                    ? Optional.of(BigDecimal.valueOf(value).setScale(CENTS, RoundingMode.HALF_EVEN))
                    : Optional.empty();
        }
    }
}
