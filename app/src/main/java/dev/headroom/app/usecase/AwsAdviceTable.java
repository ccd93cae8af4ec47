package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.Recommendation;
import java.util.List;
import java.util.Locale;

/// What AWS itself says, as tables; where Headroom says something about the same, it stands beside.
public final class AwsAdviceTable extends Table {
    private AwsAdviceTable(String... columns) {
        super(List.of(columns));
    }

    /// Everything, in words.
    public static AwsAdviceTable of(List<AwsSaid> all) {
        AwsAdviceTable table = new AwsAdviceTable("kind", "account", "region", "subject", "says", "since", "asked");
        all.forEach(said -> table.add(
                said.kind(), said.account(), said.region(), said.subject(), said.words(), said.told(), said.asked()));
        return table;
    }

    public static AwsAdviceTable sizes(List<SizeBeside> sizes) {
        AwsAdviceTable table = new AwsAdviceTable(
                "server",
                "type",
                "agreement",
                "ours",
                "our_type",
                "our_monthly_saving",
                "source",
                "theirs",
                "their_type",
                "their_finding",
                "their_monthly_saving",
                "their_risk",
                "currency",
                "asked");
        sizes.forEach(size -> table.add(
                size.server(),
                size.type(),
                size.agreement().code(),
                size.ours().map(Recommendation::action),
                size.ourType(),
                size.ourSaving().map(Money::amount),
                size.source(),
                size.theirs().map(SizeSaid::action),
                size.theirs().flatMap(SizeSaid::to),
                size.theirs().map(SizeSaid::finding),
                size.theirs().flatMap(SizeSaid::saving),
                size.theirs().flatMap(SizeSaid::risk),
                size.theirs().map(SizeSaid::currency),
                size.theirs().map(SizeSaid::asked)));
        return table;
    }

    public static AwsAdviceTable budgets(List<BudgetBeside> budgets) {
        AwsAdviceTable table = new AwsAdviceTable(
                "account",
                "budget",
                "period",
                "covers",
                "limit",
                "actual",
                "their_forecast",
                "their_outlook",
                "our_median",
                "our_low80",
                "our_high80",
                "our_outlook",
                "unit",
                "asked");
        budgets.forEach(budget -> table.add(
                budget.account(),
                budget.name(),
                budget.period(),
                budget.covers(),
                budget.limit(),
                budget.actual(),
                budget.forecast(),
                word(budget.theirs()),
                budget.ours().map(end -> end.median()),
                budget.ours().map(end -> end.low80()),
                budget.ours().map(end -> end.high80()),
                word(budget.expected()),
                budget.unit(),
                budget.asked()));
        return table;
    }

    public static AwsAdviceTable commitments(List<CommitmentMonth> months) {
        AwsAdviceTable table = new AwsAdviceTable(
                "account", "commitment", "month", "used_percent", "covered_percent", "saving", "on_demand");
        months.forEach(month -> table.add(
                month.account(),
                month.commitment(),
                month.month(),
                month.used(),
                month.covered(),
                month.saving(),
                month.onDemand()));
        return table;
    }

    /// Errors are sums of absolute errors by the cost.
    public static AwsAdviceTable forecasts(List<RivalForecast> scored) {
        AwsAdviceTable table = new AwsAdviceTable(
                "as_of", "days", "their_error", "our_error", "their_coverage80", "our_coverage80", "currency");
        scored.forEach(one -> table.add(
                one.asOf(),
                one.days(),
                one.theirs().error(),
                one.ours().map(RivalForecast.Score::error),
                one.theirs().coverage(),
                one.ours().map(RivalForecast.Score::coverage),
                one.currency()));
        return table;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
