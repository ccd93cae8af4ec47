package dev.headroom.storage.source.aws;

import dev.headroom.storage.advice.ServerSizeAdvice;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.computeoptimizer.ComputeOptimizerClient;
import software.amazon.awssdk.services.computeoptimizer.model.GetEc2InstanceRecommendationsResponse;
import software.amazon.awssdk.services.computeoptimizer.model.InstanceRecommendation;
import software.amazon.awssdk.services.computeoptimizer.model.InstanceRecommendationOption;

/// Reads what Compute Optimizer says about the servers of one account and region.
public final class AwsServerSizes {
    private static final int PAGE = 1_000;
    private static final String NO_CURRENCY = "";

    private final ComputeOptimizerClient client;
    private final Asking asking;

    AwsServerSizes(ComputeOptimizerClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    /// All servers that it has looked at, those that fit included.
    public List<ServerSizeAdvice> servers() throws AwsFailureException {
        return asking.asked(
                AwsAction.SERVER_SIZES.iam(),
                () -> Told.pages(
                                token -> client.getEC2InstanceRecommendations(
                                        ask -> ask.maxResults(PAGE).nextToken(token)),
                                GetEc2InstanceRecommendationsResponse::nextToken)
                        .stream()
                        .flatMap(page -> page.instanceRecommendations().stream())
                        .map(AwsServerSizes::server)
                        .toList());
    }

    private static ServerSizeAdvice server(InstanceRecommendation told) {
        String arn = Told.text(told.instanceArn());
        List<ServerSizeAdvice.Option> options = told.recommendationOptions().stream()
                .sorted(Comparator.comparingInt((InstanceRecommendationOption option) ->
                        option.rank() == null ? Integer.MAX_VALUE : option.rank()))
                .map(AwsServerSizes::option)
                .toList();
        return new ServerSizeAdvice(
                ServerSizeAdvice.Source.COMPUTE_OPTIMIZER,
                arn.substring(arn.lastIndexOf('/') + 1),
                Told.text(told.instanceName()),
                Told.text(told.currentInstanceType()),
                Told.text(told.findingAsString()),
                told.findingReasonCodesAsStrings(),
                Told.number(told.lookBackPeriodInDays()),
                options,
                null,
                options.stream()
                        .map(ServerSizeAdvice.Option::currency)
                        .filter(currency -> !currency.isEmpty())
                        .findFirst()
                        .orElse(NO_CURRENCY));
    }

    private static ServerSizeAdvice.Option option(InstanceRecommendationOption told) {
        BigDecimal before = null;
        String currency = NO_CURRENCY;
        if (told.savingsOpportunity() != null && told.savingsOpportunity().estimatedMonthlySavings() != null) {
            var saving = told.savingsOpportunity().estimatedMonthlySavings();
            before = Told.number(saving.value());
            currency = Told.text(saving.currencyAsString());
        }
        return new ServerSizeAdvice.Option(
                Told.text(told.instanceType()),
                Told.number(told.performanceRisk()),
                Told.text(told.migrationEffortAsString()),
                before,
                afterDiscounts(told),
                currency);
    }

    private static @Nullable BigDecimal afterDiscounts(InstanceRecommendationOption told) {
        var after = told.savingsOpportunityAfterDiscounts();
        return after == null || after.estimatedMonthlySavings() == null
                ? null
                : Told.number(after.estimatedMonthlySavings().value());
    }
}
