package dev.headroom.storage.pull;

import dev.headroom.storage.advice.CostForecast.Span;
import dev.headroom.storage.advice.ProviderAdvice.Kind;
import dev.headroom.storage.pull.AdvicePart.Answer;
import dev.headroom.storage.pull.AdvicePart.Keeping;
import dev.headroom.storage.pull.AdvicePart.Question;
import dev.headroom.storage.source.aws.AwsBudgets;
import dev.headroom.storage.source.aws.AwsCommitments;
import dev.headroom.storage.source.aws.AwsCostAdvice;
import dev.headroom.storage.source.aws.AwsServerSizes;
import java.time.LocalDate;
import java.util.List;

/// What AWS is asked for its own view.
final class AdviceQuestions {
    private static final int MONTHS = 12;
    private static final int ANOMALY_DAYS = 90;

    private AdviceQuestions() {}

    private static Question paid(Kind kind, String operation, int requests, Answer answer) {
        return new Question(kind, "ce:" + operation, requests, Keeping.REPLACE, answer);
    }

    /// Every day's word is kept, to be scored.
    private static Question expected(Kind kind, Answer answer) {
        return new Question(kind, "ce:GetCostForecast", 1, Keeping.ADD, answer);
    }

    /// What the payer is asked: commitments of the last twelve months and what to buy, rightsizing, anomalies of the
    /// last 90 days, budgets, and what AWS expects the cost to be.
    static List<Question> ofPayer(
            AwsCommitments commitments, AwsCostAdvice advice, AwsBudgets budgets, LocalDate today) {
        LocalDate from = today.withDayOfMonth(1).minusMonths(MONTHS);
        return List.of(
                paid(
                        Kind.SAVINGS_PLANS_USE,
                        "GetSavingsPlansUtilization",
                        1,
                        () -> commitments.savingsPlansUse(from, today)),
                paid(
                        Kind.SAVINGS_PLANS_COVERAGE,
                        "GetSavingsPlansCoverage",
                        1,
                        () -> commitments.savingsPlansCoverage(from, today)),
                paid(
                        Kind.RESERVATIONS_USE,
                        "GetReservationUtilization",
                        1,
                        () -> commitments.reservationsUse(from, today)),
                paid(
                        Kind.RESERVATIONS_COVERAGE,
                        "GetReservationCoverage",
                        1,
                        () -> commitments.reservationsCoverage(from, today)),
                paid(
                        Kind.SAVINGS_PLANS_PURCHASE,
                        "GetSavingsPlansPurchaseRecommendation",
                        2,
                        commitments::savingsPlansToBuy),
                paid(
                        Kind.RESERVATIONS_PURCHASE,
                        "GetReservationPurchaseRecommendation",
                        1,
                        commitments::reservationsToBuy),
                paid(Kind.RIGHTSIZING, "GetRightsizingRecommendation", 1, advice::rightsizing),
                paid(Kind.ANOMALY, "GetAnomalies", 1, () -> advice.anomalies(today.minusDays(ANOMALY_DAYS), today)),
                new Question(Kind.BUDGET, "budgets:DescribeBudgets", 1, Keeping.REPLACE, budgets::budgets),
                expected(Kind.FORECAST_BY_DAY, () -> advice.forecast(Span.DAY, today)),
                expected(Kind.FORECAST_BY_MONTH, () -> advice.forecast(Span.MONTH, today)));
    }

    /// What each region is asked, which is free.
    static List<Question> ofRegion(AwsServerSizes sizes) {
        return List.of(new Question(
                Kind.SERVER_SIZE,
                "compute-optimizer:GetEC2InstanceRecommendations",
                1,
                Keeping.REPLACE,
                sizes::servers));
    }
}
