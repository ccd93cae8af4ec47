package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsRequest;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.computeoptimizer.model.GetEc2InstanceRecommendationsRequest;
import software.amazon.awssdk.services.computeoptimizer.model.GetEc2InstanceRecommendationsResponse;
import software.amazon.awssdk.services.computeoptimizer.model.InstanceRecommendation;
import software.amazon.awssdk.services.computeoptimizer.model.InstanceRecommendationOption;
import software.amazon.awssdk.services.costexplorer.model.Anomaly;
import software.amazon.awssdk.services.costexplorer.model.CoverageByTime;
import software.amazon.awssdk.services.costexplorer.model.GetAnomaliesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetAnomaliesResponse;
import software.amazon.awssdk.services.costexplorer.model.GetReservationCoverageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetReservationCoverageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetReservationPurchaseRecommendationRequest;
import software.amazon.awssdk.services.costexplorer.model.GetReservationPurchaseRecommendationResponse;
import software.amazon.awssdk.services.costexplorer.model.GetReservationUtilizationRequest;
import software.amazon.awssdk.services.costexplorer.model.GetReservationUtilizationResponse;
import software.amazon.awssdk.services.costexplorer.model.GetRightsizingRecommendationRequest;
import software.amazon.awssdk.services.costexplorer.model.GetRightsizingRecommendationResponse;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansCoverageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansCoverageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansPurchaseRecommendationRequest;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansPurchaseRecommendationResponse;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationRequest;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansUtilizationResponse;
import software.amazon.awssdk.services.costexplorer.model.ReservationPurchaseRecommendation;
import software.amazon.awssdk.services.costexplorer.model.ReservationPurchaseRecommendationDetail;
import software.amazon.awssdk.services.costexplorer.model.RightsizingRecommendation;
import software.amazon.awssdk.services.costexplorer.model.RootCause;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansCoverage;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansPurchaseRecommendationDetail;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansUtilizationByTime;
import software.amazon.awssdk.services.costexplorer.model.UtilizationByTime;

/// What AWS says of one payer: a server that is too large, one that should be stopped, an anomaly, a budget,
/// commitments of a month and what to buy.
final class AdviceStub {
    private final List<String> servers = new ArrayList<>(List.of("i-large", "i-fits"));
    private String limit = "1000";

    /// The servers that Compute Optimizer knows.
    List<String> servers() {
        return servers;
    }

    void limit(String limited) {
        limit = limited;
    }

    void on(LoopbackAws aws) {
        aws.on(
                        "compute-optimizer",
                        "GetEC2InstanceRecommendations",
                        GetEc2InstanceRecommendationsRequest::builder,
                        (GetEc2InstanceRecommendationsRequest request, Call call) -> sizes(request))
                .on(
                        "budgets",
                        "DescribeBudgets",
                        DescribeBudgetsRequest::builder,
                        (DescribeBudgetsRequest request, Call call) -> budgets(request))
                .on(
                        "ce",
                        "GetAnomalies",
                        GetAnomaliesRequest::builder,
                        (GetAnomaliesRequest request, Call call) -> anomalies(request))
                .on(
                        "ce",
                        "GetRightsizingRecommendation",
                        GetRightsizingRecommendationRequest::builder,
                        (GetRightsizingRecommendationRequest request, Call call) -> rightsizing());
        commitments(aws);
        purchases(aws);
    }

    /// One server a page.
    private GetEc2InstanceRecommendationsResponse sizes(GetEc2InstanceRecommendationsRequest request) {
        int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        String server = servers.get(page);
        InstanceRecommendation.Builder told = InstanceRecommendation.builder()
                .instanceArn("arn:aws:ec2:eu-central-1:111122223333:instance/" + server)
                .accountId(BillingDesk.PAYER)
                .instanceName(server + " name")
                .currentInstanceType("m6a.2xlarge")
                .lookBackPeriodInDays(14.0);
        if (server.equals("i-fits")) {
            told.finding("OPTIMIZED");
        } else {
            told.finding("OVER_PROVISIONED")
                    .findingReasonCodesWithStrings("CPUOverprovisioned", "MemoryOverprovisioned")
                    .recommendationOptions(option(2, "m6a.xlarge", 1, 70), option(1, "m6a.large", 2, 105));
        }
        return GetEc2InstanceRecommendationsResponse.builder()
                .instanceRecommendations(told.build())
                .nextToken(page + 1 < servers.size() ? String.valueOf(page + 1) : null)
                .build();
    }

    private static InstanceRecommendationOption option(int rank, String type, double risk, double saving) {
        return InstanceRecommendationOption.builder()
                .rank(rank)
                .instanceType(type)
                .performanceRisk(risk)
                .migrationEffort("VeryLow")
                .savingsOpportunity(opportunity -> opportunity.estimatedMonthlySavings(
                        monthly -> monthly.currency("USD").value(saving)))
                .savingsOpportunityAfterDiscounts(opportunity -> opportunity.estimatedMonthlySavings(
                        monthly -> monthly.currency("USD").value(saving / 2)))
                .build();
    }

    private DescribeBudgetsResponse budgets(DescribeBudgetsRequest request) {
        if (!BillingDesk.PAYER.equals(request.accountId())) {
            return DescribeBudgetsResponse.builder().build();
        }
        boolean first = request.nextToken() == null;
        return DescribeBudgetsResponse.builder()
                .budgets(
                        first
                                ? Budget.builder()
                                        .budgetName("whole")
                                        .budgetType("COST")
                                        .timeUnit("MONTHLY")
                                        .budgetLimit(spend -> spend.amount(new BigDecimal(limit))
                                                .unit("USD"))
                                        .calculatedSpend(calculated -> calculated
                                                .actualSpend(spend -> spend.amount(new BigDecimal("700.5"))
                                                        .unit("USD"))
                                                .forecastedSpend(spend -> spend.amount(new BigDecimal("1080"))
                                                        .unit("USD")))
                                        .build()
                                : Budget.builder()
                                        .budgetName("planned")
                                        .costFilters(Map.of("Service", List.of("Amazon Simple Storage Service")))
                                        .budgetType("COST")
                                        .timeUnit("MONTHLY")
                                        .build())
                .nextToken(first ? "2" : null)
                .build();
    }

    private static GetAnomaliesResponse anomalies(GetAnomaliesRequest request) {
        return GetAnomaliesResponse.builder()
                .anomalies(Anomaly.builder()
                        .anomalyId("a-1")
                        .anomalyStartDate(request.dateInterval().startDate() + "T00:00:00Z")
                        .anomalyEndDate("2026-10-03T00:00:00Z")
                        .dimensionValue("AmazonS3")
                        .impact(impact -> impact.totalImpact(120.0)
                                .totalActualSpend(150.0)
                                .totalExpectedSpend(30.0))
                        .anomalyScore(score -> score.maxScore(0.9).currentScore(0.4))
                        .rootCauses(RootCause.builder()
                                .service("AmazonS3")
                                .linkedAccount("444455556666")
                                .region("eu-central-1")
                                .usageType("Requests-Tier1")
                                .impact(impact -> impact.contribution(100.0))
                                .build())
                        .build())
                .build();
    }

    private static GetRightsizingRecommendationResponse rightsizing() {
        return GetRightsizingRecommendationResponse.builder()
                .rightsizingRecommendations(RightsizingRecommendation.builder()
                        .accountId("444455556666")
                        .rightsizingType("TERMINATE")
                        .currentInstance(now -> now.resourceId("i-idle")
                                .instanceName("batch")
                                .currencyCode("USD")
                                .resourceDetails(details ->
                                        details.ec2ResourceDetails(server -> server.instanceType("c6i.large"))))
                        .terminateRecommendationDetail(
                                stop -> stop.estimatedMonthlySavings("61.2").currencyCode("USD"))
                        .build())
                .build();
    }

    private static void commitments(LoopbackAws aws) {
        aws.on(
                        "ce",
                        "GetSavingsPlansUtilization",
                        GetSavingsPlansUtilizationRequest::builder,
                        (GetSavingsPlansUtilizationRequest request, Call call) ->
                                GetSavingsPlansUtilizationResponse.builder()
                                        .savingsPlansUtilizationsByTime(SavingsPlansUtilizationByTime.builder()
                                                .timePeriod(period -> period.start("2026-10-01")
                                                        .end("2026-11-01"))
                                                .utilization(use -> use.utilizationPercentage("91.5")
                                                        .totalCommitment("744")
                                                        .usedCommitment("680.76")
                                                        .unusedCommitment("63.24"))
                                                .savings(saving -> saving.netSavings("210.1"))
                                                .build())
                                        .build())
                .on(
                        "ce",
                        "GetSavingsPlansCoverage",
                        GetSavingsPlansCoverageRequest::builder,
                        (GetSavingsPlansCoverageRequest request, Call call) -> {
                            boolean first = request.nextToken() == null;
                            String month = first ? "2026-09-01" : "2026-10-01";
                            return GetSavingsPlansCoverageResponse.builder()
                                    .savingsPlansCoverages(SavingsPlansCoverage.builder()
                                            .timePeriod(period ->
                                                    period.start(month).end("2026-11-01"))
                                            .coverage(coverage -> coverage.coveragePercentage("40")
                                                    .spendCoveredBySavingsPlans("400")
                                                    .onDemandCost("600")
                                                    .totalCost("1000"))
                                            .build())
                                    .nextToken(first ? "2" : null)
                                    .build();
                        })
                .on(
                        "ce",
                        "GetReservationUtilization",
                        GetReservationUtilizationRequest::builder,
                        (GetReservationUtilizationRequest request, Call call) ->
                                GetReservationUtilizationResponse.builder()
                                        .utilizationsByTime(UtilizationByTime.builder()
                                                .timePeriod(period -> period.start("2026-10-01")
                                                        .end("2026-11-01"))
                                                .total(total -> total.utilizationPercentage("100")
                                                        .purchasedHours("1488")
                                                        .totalActualHours("1488")
                                                        .netRISavings("-3.5"))
                                                .build())
                                        .build())
                .on(
                        "ce",
                        "GetReservationCoverage",
                        GetReservationCoverageRequest::builder,
                        (GetReservationCoverageRequest request, Call call) -> GetReservationCoverageResponse.builder()
                                .coveragesByTime(CoverageByTime.builder()
                                        .timePeriod(period ->
                                                period.start("2026-10-01").end("2026-11-01"))
                                        .total(total -> total.coverageHours(hours -> hours.coverageHoursPercentage("25")
                                                        .reservedHours("1488"))
                                                .coverageCost(cost -> cost.onDemandCost("512.3")))
                                        .build())
                                .build());
    }

    private static void purchases(LoopbackAws aws) {
        aws.on(
                        "ce",
                        "GetSavingsPlansPurchaseRecommendation",
                        GetSavingsPlansPurchaseRecommendationRequest::builder,
                        (GetSavingsPlansPurchaseRecommendationRequest request, Call call) ->
                                GetSavingsPlansPurchaseRecommendationResponse.builder()
                                        .savingsPlansPurchaseRecommendation(
                                                told -> told.savingsPlansType(request.savingsPlansType())
                                                        .termInYears(request.termInYears())
                                                        .paymentOption(request.paymentOption())
                                                        .lookbackPeriodInDays(request.lookbackPeriodInDays())
                                                        .savingsPlansPurchaseRecommendationDetails(
                                                                SavingsPlansPurchaseRecommendationDetail.builder()
                                                                        .accountId(BillingDesk.PAYER)
                                                                        .hourlyCommitmentToPurchase("0.75")
                                                                        .estimatedMonthlySavingsAmount("88.8")
                                                                        .estimatedSavingsPercentage("21")
                                                                        .estimatedAverageUtilization("97")
                                                                        .upfrontCost("0")
                                                                        .currencyCode("USD")
                                                                        .build()))
                                        .build())
                .on(
                        "ce",
                        "GetReservationPurchaseRecommendation",
                        GetReservationPurchaseRecommendationRequest::builder,
                        (GetReservationPurchaseRecommendationRequest request, Call call) ->
                                GetReservationPurchaseRecommendationResponse.builder()
                                        .recommendations(ReservationPurchaseRecommendation.builder()
                                                .termInYears(request.termInYears())
                                                .paymentOption(request.paymentOption())
                                                .lookbackPeriodInDays(request.lookbackPeriodInDays())
                                                .recommendationDetails(ReservationPurchaseRecommendationDetail.builder()
                                                        .accountId("444455556666")
                                                        .instanceDetails(details -> details.ec2InstanceDetails(
                                                                server -> server.instanceType("m6a.large")
                                                                        .region("eu-central-1")
                                                                        .platform("Linux/UNIX")
                                                                        .tenancy("shared")))
                                                        .recommendedNumberOfInstancesToPurchase("3")
                                                        .estimatedMonthlySavingsAmount("45.5")
                                                        .estimatedBreakEvenInMonths("0")
                                                        .averageUtilization("99")
                                                        .currencyCode("USD")
                                                        .build())
                                                .build())
                                        .build());
    }
}
