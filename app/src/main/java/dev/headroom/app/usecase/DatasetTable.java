package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Bills that several kinds of bills tell: one row a month, account, kind and currency.
public final class DatasetTable extends Table {
    public DatasetTable(List<CompareDatasets.Told> told) {
        super(List.of(
                "month",
                "provider",
                "account",
                "dataset",
                "counts",
                "chosen",
                "account_days",
                "rows",
                "currency",
                "billed",
                "effective",
                "list",
                "contracted"));
        for (CompareDatasets.Told one : told) {
            add(
                    one.month(),
                    one.provider(),
                    one.account(),
                    one.dataset(),
                    one.counts(),
                    one.chosen(),
                    one.accountDays(),
                    one.rows(),
                    one.currency(),
                    amount(one, CostBasis.BILLED),
                    amount(one, CostBasis.EFFECTIVE),
                    amount(one, CostBasis.LIST),
                    amount(one, CostBasis.CONTRACTED));
        }
    }

    private static Optional<BigDecimal> amount(CompareDatasets.Told one, CostBasis basis) {
        return Optional.ofNullable(one.amounts().get(basis));
    }
}
