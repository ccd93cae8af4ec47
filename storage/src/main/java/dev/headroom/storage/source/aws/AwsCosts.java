package dev.headroom.storage.source.aws;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/// Reads cost and usage by service and account from Cost Explorer. Every page is paid.
///
/// Source: the API reference of `GetCostAndUsage`. A request groups by two dimensions at most. Daily cost
/// reaches 13 months back and the current one, monthly cost 38 months where the account has asked for it.
public final class AwsCosts {
    private static final String UNBLENDED = "UnblendedCost";
    private static final String AMORTISED = "AmortizedCost";
    private static final String NET_AMORTISED = "NetAmortizedCost";
    private static final String QUANTITY = "UsageQuantity";
    private static final GroupDefinition BY_SERVICE = by(Dimension.SERVICE);
    private static final GroupDefinition BY_ACCOUNT = by(Dimension.LINKED_ACCOUNT);

    private final CostExplorerClient client;
    private final Asking asking;

    AwsCosts(CostExplorerClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    private static GroupDefinition by(Dimension dimension) {
        return GroupDefinition.builder()
                .type(GroupDefinitionType.DIMENSION)
                .key(dimension.toString())
                .build();
    }

    /// How finely cost is told.
    public enum Span {
        DAY(Granularity.DAILY),
        MONTH(Granularity.MONTHLY);

        private final Granularity granularity;

        Span(Granularity granularity) {
            this.granularity = granularity;
        }
    }

    /// An amount with its unit, which is a currency for costs.
    public record Amount(BigDecimal value, String unit) {}

    /// What one service cost one account.
    ///
    /// @param until exclusive
    /// @param unblended as charged
    /// @param amortised with fees paid upfront spread over their time
    /// @param netAmortised the same after discounts
    /// @param quantity over all units where the service has several, which then says nothing
    public record Row(
            LocalDate from,
            LocalDate until,
            String service,
            String account,
            Optional<Amount> unblended,
            Optional<Amount> amortised,
            Optional<Amount> netAmortised,
            Optional<Amount> quantity) {}

    /// A page of an answer.
    ///
    /// @param next asks for the next page; empty on the last one
    public record Page(List<Row> rows, Optional<String> next) {}

    /// A page of the cost of the days or months from `from` to `until`, exclusive.
    ///
    /// @param page which; empty for the first one
    public Page page(Span span, LocalDate from, LocalDate until, Optional<String> page) throws AwsFailureException {
        GetCostAndUsageResponse answer = asking.asked(
                AwsAction.COST_AND_USAGE.iam(),
                () -> client.getCostAndUsage(ask -> ask.granularity(span.granularity)
                        .timePeriod(period -> period.start(from.toString()).end(until.toString()))
                        .metrics(UNBLENDED, AMORTISED, NET_AMORTISED, QUANTITY)
                        .groupBy(BY_SERVICE, BY_ACCOUNT)
                        .nextPageToken(page.orElse(null))));
        List<Row> rows = new ArrayList<>();
        for (ResultByTime result : answer.resultsByTime()) {
            LocalDate first = LocalDate.parse(result.timePeriod().start());
            LocalDate end = LocalDate.parse(result.timePeriod().end());
            result.groups().forEach(group -> rows.add(row(first, end, group)));
        }
        return new Page(rows, Optional.ofNullable(answer.nextPageToken()).filter(token -> !token.isEmpty()));
    }

    private static Row row(LocalDate from, LocalDate until, Group group) {
        Map<String, MetricValue> metrics = group.metrics();
        return new Row(
                from,
                until,
                group.keys().isEmpty() ? "" : group.keys().getFirst(),
                group.keys().size() < 2 ? "" : group.keys().get(1),
                amount(metrics.get(UNBLENDED)),
                amount(metrics.get(AMORTISED)),
                amount(metrics.get(NET_AMORTISED)),
                amount(metrics.get(QUANTITY)));
    }

    /// Empty for what is no number, too.
    private static Optional<Amount> amount(@Nullable MetricValue told) {
        if (told == null || told.amount() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Amount(new BigDecimal(told.amount()), told.unit() == null ? "" : told.unit()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
