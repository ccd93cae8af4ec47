package dev.headroom.storage.source.aws;

import dev.headroom.storage.advice.CostAnomaly;
import dev.headroom.storage.advice.CostForecast;
import dev.headroom.storage.advice.ServerSizeAdvice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.Anomaly;
import software.amazon.awssdk.services.costexplorer.model.CurrentInstance;
import software.amazon.awssdk.services.costexplorer.model.ForecastResult;
import software.amazon.awssdk.services.costexplorer.model.GetAnomaliesResponse;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastResponse;
import software.amazon.awssdk.services.costexplorer.model.GetRightsizingRecommendationResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Metric;
import software.amazon.awssdk.services.costexplorer.model.ResourceDetails;
import software.amazon.awssdk.services.costexplorer.model.RightsizingRecommendation;
import software.amazon.awssdk.services.costexplorer.model.RootCause;
import software.amazon.awssdk.services.costexplorer.model.TargetInstance;

/// Reads from Cost Explorer what it advises on servers, what cost it found unusual, and what it expects. Every page
/// is paid.
///
/// Source: the API reference of Cost Explorer. Forecasts by day reach three months ahead, those by month eighteen.
public final class AwsCostAdvice {
    /// As the console of AWS shows it.
    public static final int LEVEL_PERCENT = 80;

    private static final String EC2 = "AmazonEC2";
    private static final int DAY_MONTHS = 3;
    private static final int MONTHS = 18;

    private final CostExplorerClient client;
    private final Asking asking;

    AwsCostAdvice(CostExplorerClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    public List<ServerSizeAdvice> rightsizing() throws AwsFailureException {
        return asking.asked(
                AwsAction.RIGHTSIZING.iam(),
                () -> Told.pages(
                                token -> client.getRightsizingRecommendation(
                                        ask -> ask.service(EC2).nextPageToken(token)),
                                GetRightsizingRecommendationResponse::nextPageToken)
                        .stream()
                        .flatMap(page -> page.rightsizingRecommendations().stream())
                        .filter(told -> told.currentInstance() != null
                                && told.currentInstance().resourceId() != null)
                        .map(AwsCostAdvice::size)
                        .toList());
    }

    private static ServerSizeAdvice size(RightsizingRecommendation told) {
        CurrentInstance now = told.currentInstance();
        List<ServerSizeAdvice.Option> options = new ArrayList<>();
        if (told.modifyRecommendationDetail() != null) {
            told.modifyRecommendationDetail().targetInstances().stream()
                    .sorted(Comparator.comparing(
                            (TargetInstance target) -> !Boolean.TRUE.equals(target.defaultTargetInstance())))
                    .forEach(target -> options.add(new ServerSizeAdvice.Option(
                            type(target.resourceDetails()),
                            null,
                            "",
                            null,
                            Told.number(target.estimatedMonthlySavings()),
                            Told.text(target.currencyCode()))));
        }
        var stop = told.terminateRecommendationDetail();
        return new ServerSizeAdvice(
                ServerSizeAdvice.Source.COST_EXPLORER,
                now.resourceId(),
                Told.text(now.instanceName()),
                type(now.resourceDetails()),
                Told.text(told.rightsizingTypeAsString()),
                told.findingReasonCodesAsStrings(),
                null,
                options,
                stop == null ? null : Told.number(stop.estimatedMonthlySavings()),
                stop == null || stop.currencyCode() == null ? Told.text(now.currencyCode()) : stop.currencyCode());
    }

    private static String type(@Nullable ResourceDetails details) {
        return details == null || details.ec2ResourceDetails() == null
                ? ""
                : Told.text(details.ec2ResourceDetails().instanceType());
    }

    /// Those that began on a day or later.
    public List<CostAnomaly> anomalies(LocalDate from, LocalDate to) throws AwsFailureException {
        return asking.asked(
                AwsAction.ANOMALIES.iam(),
                () -> Told.pages(
                                token -> client.getAnomalies(
                                        ask -> ask.dateInterval(interval -> interval.startDate(from.toString())
                                                        .endDate(to.toString()))
                                                .nextPageToken(token)),
                                GetAnomaliesResponse::nextPageToken)
                        .stream()
                        .flatMap(page -> page.anomalies().stream())
                        .flatMap(told -> anomaly(told).stream())
                        .toList());
    }

    /// Empty for one whose beginning is not told.
    private static Optional<CostAnomaly> anomaly(Anomaly told) {
        LocalDate first = Told.day(told.anomalyStartDate());
        if (first == null) {
            return Optional.empty();
        }
        var impact = told.impact();
        return Optional.of(new CostAnomaly(
                told.anomalyId(),
                first,
                Told.day(told.anomalyEndDate()),
                Told.text(told.dimensionValue()),
                impact == null ? null : Told.number(impact.totalImpact()),
                impact == null ? null : Told.number(impact.totalActualSpend()),
                impact == null ? null : Told.number(impact.totalExpectedSpend()),
                told.anomalyScore() == null
                        ? null
                        : Told.number(told.anomalyScore().maxScore()),
                told.rootCauses().stream().map(AwsCostAdvice::cause).toList()));
    }

    private static CostAnomaly.Cause cause(RootCause told) {
        return new CostAnomaly.Cause(
                Told.text(told.service()),
                Told.text(told.linkedAccount()),
                Told.text(told.region()),
                Told.text(told.usageType()),
                told.impact() == null ? null : Told.number(told.impact().contribution()));
    }

    /// The whole unblended cost from a day on.
    ///
    /// @param today the first day that is forecast
    public List<CostForecast> forecast(CostForecast.Span span, LocalDate today) throws AwsFailureException {
        LocalDate until = switch (span) {
            case DAY -> today.plusMonths(DAY_MONTHS);
            case MONTH -> today.withDayOfMonth(1).plusMonths(MONTHS);
        };
        GetCostForecastResponse told = asking.asked(
                AwsAction.COST_FORECAST.iam(),
                () -> client.getCostForecast(ask -> ask.metric(Metric.UNBLENDED_COST)
                        .granularity(
                                switch (span) {
                                    case DAY -> Granularity.DAILY;
                                    case MONTH -> Granularity.MONTHLY;
                                })
                        .predictionIntervalLevel(LEVEL_PERCENT)
                        .timePeriod(period -> period.start(today.toString()).end(until.toString()))));
        List<CostForecast.Step> steps = new ArrayList<>();
        for (ForecastResult result : told.forecastResultsByTime()) {
            BigDecimal mean = Told.number(result.meanValue());
            if (mean != null) {
                steps.add(new CostForecast.Step(
                        LocalDate.parse(result.timePeriod().start()),
                        LocalDate.parse(result.timePeriod().end()),
                        mean,
                        Told.number(result.predictionIntervalLowerBound()),
                        Told.number(result.predictionIntervalUpperBound())));
            }
        }
        return List.of(new CostForecast(
                span,
                today,
                Metric.UNBLENDED_COST.toString(),
                LEVEL_PERCENT,
                told.total() == null ? "" : Told.text(told.total().unit()),
                steps));
    }
}
