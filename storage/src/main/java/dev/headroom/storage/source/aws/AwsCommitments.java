package dev.headroom.storage.source.aws;

import static dev.headroom.storage.advice.ProviderAdvice.Commitment.RESERVATIONS;
import static dev.headroom.storage.advice.ProviderAdvice.Commitment.SAVINGS_PLANS;

import dev.headroom.storage.advice.CommitmentCoverage;
import dev.headroom.storage.advice.CommitmentUse;
import dev.headroom.storage.advice.PurchaseAdvice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.CoverageByTime;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.EC2InstanceDetails;
import software.amazon.awssdk.services.costexplorer.model.GetReservationCoverageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetReservationPurchaseRecommendationResponse;
import software.amazon.awssdk.services.costexplorer.model.GetReservationUtilizationResponse;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansCoverageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansPurchaseRecommendationResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.LookbackPeriodInDays;
import software.amazon.awssdk.services.costexplorer.model.PaymentOption;
import software.amazon.awssdk.services.costexplorer.model.ReservationPurchaseRecommendation;
import software.amazon.awssdk.services.costexplorer.model.ReservationPurchaseRecommendationDetail;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansCoverage;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansPurchaseRecommendation;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansPurchaseRecommendationDetail;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansUtilizationByTime;
import software.amazon.awssdk.services.costexplorer.model.SupportedSavingsPlansType;
import software.amazon.awssdk.services.costexplorer.model.TermInYears;
import software.amazon.awssdk.services.costexplorer.model.UtilizationByTime;

/// Reads from Cost Explorer how savings plans and reservations are used and what to buy. Every page is paid.
///
/// Source: the API reference of Cost Explorer. Reservations are those of EC2, which is what these operations tell
/// without a filter.
public final class AwsCommitments {
    private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";

    private final CostExplorerClient client;
    private final Asking asking;

    AwsCommitments(CostExplorerClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    private static DateInterval interval(LocalDate from, LocalDate until) {
        return DateInterval.builder()
                .start(from.toString())
                .end(until.toString())
                .build();
    }

    /// By month, from `from` to `until`, exclusive.
    public List<CommitmentUse> savingsPlansUse(LocalDate from, LocalDate until) throws AwsFailureException {
        return asking.asked(
                AwsAction.SAVINGS_PLANS_USE.iam(),
                () -> client
                        .getSavingsPlansUtilization(
                                ask -> ask.timePeriod(interval(from, until)).granularity(Granularity.MONTHLY))
                        .savingsPlansUtilizationsByTime()
                        .stream()
                        .map(AwsCommitments::use)
                        .toList());
    }

    private static CommitmentUse use(SavingsPlansUtilizationByTime told) {
        return new CommitmentUse(
                SAVINGS_PLANS,
                Told.month(told.timePeriod().start()),
                Told.number(told.utilization().utilizationPercentage()),
                Told.number(told.utilization().totalCommitment()),
                Told.number(told.utilization().usedCommitment()),
                told.savings() == null ? null : Told.number(told.savings().netSavings()));
    }

    /// By month, from `from` to `until`, exclusive.
    public List<CommitmentCoverage> savingsPlansCoverage(LocalDate from, LocalDate until) throws AwsFailureException {
        return asking.asked(
                AwsAction.SAVINGS_PLANS_COVERAGE.iam(),
                () -> Told.pages(
                                token -> client.getSavingsPlansCoverage(ask -> ask.timePeriod(interval(from, until))
                                        .granularity(Granularity.MONTHLY)
                                        .nextToken(token)),
                                GetSavingsPlansCoverageResponse::nextToken)
                        .stream()
                        .flatMap(page -> page.savingsPlansCoverages().stream())
                        .map(AwsCommitments::coverage)
                        .toList());
    }

    private static CommitmentCoverage coverage(SavingsPlansCoverage told) {
        return new CommitmentCoverage(
                SAVINGS_PLANS,
                Told.month(told.timePeriod().start()),
                Told.number(told.coverage().coveragePercentage()),
                Told.number(told.coverage().spendCoveredBySavingsPlans()),
                Told.number(told.coverage().onDemandCost()));
    }

    /// By month, from `from` to `until`, exclusive.
    public List<CommitmentUse> reservationsUse(LocalDate from, LocalDate until) throws AwsFailureException {
        return asking.asked(
                AwsAction.RESERVATION_USE.iam(),
                () -> Told.pages(
                                token -> client.getReservationUtilization(ask -> ask.timePeriod(interval(from, until))
                                        .granularity(Granularity.MONTHLY)
                                        .nextPageToken(token)),
                                GetReservationUtilizationResponse::nextPageToken)
                        .stream()
                        .flatMap(page -> page.utilizationsByTime().stream())
                        .map(AwsCommitments::use)
                        .toList());
    }

    private static CommitmentUse use(UtilizationByTime told) {
        return new CommitmentUse(
                RESERVATIONS,
                Told.month(told.timePeriod().start()),
                Told.number(told.total().utilizationPercentage()),
                Told.number(told.total().purchasedHours()),
                Told.number(told.total().totalActualHours()),
                Told.number(told.total().netRISavings()));
    }

    /// By month, from `from` to `until`, exclusive.
    public List<CommitmentCoverage> reservationsCoverage(LocalDate from, LocalDate until) throws AwsFailureException {
        return asking.asked(
                AwsAction.RESERVATION_COVERAGE.iam(),
                () -> Told.pages(
                                token -> client.getReservationCoverage(ask -> ask.timePeriod(interval(from, until))
                                        .granularity(Granularity.MONTHLY)
                                        .nextPageToken(token)),
                                GetReservationCoverageResponse::nextPageToken)
                        .stream()
                        .flatMap(page -> page.coveragesByTime().stream())
                        .map(AwsCommitments::coverage)
                        .toList());
    }

    private static CommitmentCoverage coverage(CoverageByTime told) {
        var hours = told.total().coverageHours();
        var cost = told.total().coverageCost();
        return new CommitmentCoverage(
                RESERVATIONS,
                Told.month(told.timePeriod().start()),
                hours == null ? null : Told.number(hours.coverageHoursPercentage()),
                hours == null ? null : Told.number(hours.reservedHours()),
                cost == null ? null : Told.number(cost.onDemandCost()));
    }

    /// Compute savings plans without payment upfront, for one year and for three, by the last 30 days.
    public List<PurchaseAdvice> savingsPlansToBuy() throws AwsFailureException {
        List<PurchaseAdvice> advice = new ArrayList<>();
        for (TermInYears term : List.of(TermInYears.ONE_YEAR, TermInYears.THREE_YEARS)) {
            List<GetSavingsPlansPurchaseRecommendationResponse> pages = asking.asked(
                    AwsAction.SAVINGS_PLANS_PURCHASE.iam(),
                    () -> Told.pages(
                            token -> client.getSavingsPlansPurchaseRecommendation(
                                    ask -> ask.savingsPlansType(SupportedSavingsPlansType.COMPUTE_SP)
                                            .termInYears(term)
                                            .paymentOption(PaymentOption.NO_UPFRONT)
                                            .lookbackPeriodInDays(LookbackPeriodInDays.THIRTY_DAYS)
                                            .nextPageToken(token)),
                            GetSavingsPlansPurchaseRecommendationResponse::nextPageToken));
            for (GetSavingsPlansPurchaseRecommendationResponse page : pages) {
                SavingsPlansPurchaseRecommendation told = page.savingsPlansPurchaseRecommendation();
                if (told != null) {
                    told.savingsPlansPurchaseRecommendationDetails()
                            .forEach(detail -> advice.add(purchase(told, detail)));
                }
            }
        }
        return advice;
    }

    private static PurchaseAdvice purchase(
            SavingsPlansPurchaseRecommendation told, SavingsPlansPurchaseRecommendationDetail detail) {
        var plan = detail.savingsPlansDetails();
        String family = plan == null ? "" : Told.text(plan.instanceFamily());
        return new PurchaseAdvice(
                SAVINGS_PLANS,
                (Told.text(told.savingsPlansTypeAsString()) + " " + family).strip(),
                Told.text(detail.accountId()),
                plan == null ? "" : Told.text(plan.region()),
                Told.text(told.termInYearsAsString()),
                Told.text(told.paymentOptionAsString()),
                Told.text(told.lookbackPeriodInDaysAsString()),
                Told.number(detail.hourlyCommitmentToPurchase()),
                null,
                Told.number(detail.upfrontCost()),
                Told.number(detail.estimatedMonthlySavingsAmount()),
                Told.number(detail.estimatedSavingsPercentage()),
                null,
                Told.number(detail.estimatedAverageUtilization()),
                Told.text(detail.currencyCode()));
    }

    /// Reservations of EC2 without payment upfront for one year, by the last 30 days.
    public List<PurchaseAdvice> reservationsToBuy() throws AwsFailureException {
        List<PurchaseAdvice> advice = new ArrayList<>();
        for (GetReservationPurchaseRecommendationResponse page : asking.asked(
                AwsAction.RESERVATION_PURCHASE.iam(),
                () -> Told.pages(
                        token -> client.getReservationPurchaseRecommendation(ask -> ask.service(EC2)
                                .termInYears(TermInYears.ONE_YEAR)
                                .paymentOption(PaymentOption.NO_UPFRONT)
                                .lookbackPeriodInDays(LookbackPeriodInDays.THIRTY_DAYS)
                                .nextPageToken(token)),
                        GetReservationPurchaseRecommendationResponse::nextPageToken))) {
            for (ReservationPurchaseRecommendation told : page.recommendations()) {
                told.recommendationDetails().forEach(detail -> advice.add(purchase(told, detail)));
            }
        }
        return advice;
    }

    private static PurchaseAdvice purchase(
            ReservationPurchaseRecommendation told, ReservationPurchaseRecommendationDetail detail) {
        EC2InstanceDetails server = detail.instanceDetails() == null
                ? null
                : detail.instanceDetails().ec2InstanceDetails();
        return new PurchaseAdvice(
                RESERVATIONS,
                what(server),
                Told.text(detail.accountId()),
                server == null ? "" : Told.text(server.region()),
                Told.text(told.termInYearsAsString()),
                Told.text(told.paymentOptionAsString()),
                Told.text(told.lookbackPeriodInDaysAsString()),
                null,
                Told.number(detail.recommendedNumberOfInstancesToPurchase()),
                Told.number(detail.upfrontCost()),
                Told.number(detail.estimatedMonthlySavingsAmount()),
                Told.number(detail.estimatedMonthlySavingsPercentage()),
                positive(Told.number(detail.estimatedBreakEvenInMonths())),
                Told.number(detail.averageUtilization()),
                Told.text(detail.currencyCode()));
    }

    private static String what(@Nullable EC2InstanceDetails server) {
        return server == null
                ? ""
                : String.join(
                                " ",
                                Told.text(server.instanceType()),
                                Told.text(server.platform()),
                                Told.text(server.tenancy()))
                        .strip();
    }

    /// Without payment upfront there is nothing to break even.
    private static @Nullable BigDecimal positive(@Nullable BigDecimal number) {
        return number == null || number.signum() <= 0 ? null : number;
    }
}
