package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentAdvice;
import dev.headroom.engine.commitment.CoverageDay;
import dev.headroom.engine.commitment.FrontierPoint;
import dev.headroom.engine.commitment.HeldCommitment;
import dev.headroom.engine.commitment.Ladder;
import dev.headroom.engine.commitment.OrderComparison;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.commitment.SavingsRate;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is said about commitments, as tables. Unknown cells are empty.
public final class CommitmentTables {
    private CommitmentTables() {}

    /// Every option with its verdict.
    public static final class Advice extends Table {
        public Advice(CommitmentReport report) {
            super(List.of(
                    "verdict",
                    "provider",
                    "pool",
                    "kind",
                    "term",
                    "payment",
                    "discount_percent",
                    "rate_as_of",
                    "rate_source",
                    "commitment_hour",
                    "on_demand_hour",
                    "upfront",
                    "expected_saving_month",
                    "expected_saving",
                    "bad_case_saving",
                    "good_case_saving",
                    "p_loss",
                    "p_unused",
                    "unused_share",
                    "coverage",
                    "break_even_utilization",
                    "break_even_months",
                    "safe_months",
                    "currency",
                    "confidence",
                    "window_days",
                    "paths",
                    "hours",
                    "reason",
                    "option"));
            for (CommitmentAdvice advice : report.advice()) {
                advice.options().forEach(option -> row(report, option));
            }
            report.left()
                    .forEach(left -> add(Map.of(
                            "verdict",
                            "left out",
                            "provider",
                            left.pool().provider(),
                            "pool",
                            left.pool().words(),
                            "currency",
                            left.pool().currency().value(),
                            "reason",
                            left.reason())));
        }

        private void row(CommitmentReport report, PurchaseOption option) {
            var forecast = report.forecasts().stream()
                    .filter(one -> one.pool().equals(option.pool()))
                    .findFirst()
                    .orElseThrow();
            add(
                    option.verdict().words(),
                    option.pool().provider(),
                    option.pool().words(),
                    option.rate().kind().code(),
                    option.rate().term().code(),
                    option.rate().payment().code(),
                    option.rate().discountPercent(),
                    option.rate().asOf(),
                    option.rate().sourceWords(),
                    option.commitmentHour().amount(),
                    option.onDemandHour().amount(),
                    option.upfront().amount(),
                    option.expectedSavingMonth().amount(),
                    option.expectedSaving().amount(),
                    option.badCaseSaving().amount(),
                    option.goodCaseSaving().amount(),
                    share(option.lossProbability()),
                    share(option.unusedProbability()),
                    share(option.unusedShare()),
                    share(option.coverage()),
                    share(option.rate().breakEvenUtilization()),
                    months(option.breakEvenMonths()),
                    months(option.safeMonths()),
                    option.pool().currency().value(),
                    share(option.confidence()),
                    forecast.historyDays(),
                    forecast.usage().count(),
                    forecast.usage().shape().isLevel() ? "level days" : "hour of the week",
                    option.reason(),
                    DecisionSubjects.id(option));
        }
    }

    /// The commitments on the bills.
    public static final class Held extends Table {
        public Held(CommitmentReport report) {
            super(List.of(
                    "commitment",
                    "provider",
                    "words",
                    "running",
                    "first_day",
                    "last_day",
                    "end",
                    "end_known",
                    "end_reason",
                    "commitment_hour",
                    "currency",
                    "utilization",
                    "discount_percent",
                    "window_days"));
            for (HeldCommitment one : report.history().held()) {
                add(
                        one.id(),
                        one.whole().provider(),
                        one.words(),
                        one.running(),
                        one.first(),
                        one.last(),
                        one.expiry().end(),
                        one.expiry().certainty(),
                        one.expiry().reason(),
                        one.hourly().map(Money::amount),
                        one.whole().currency().value(),
                        share(one.utilization()),
                        one.discount().stream()
                                .mapToObj(share -> decimal(100 * share, 2))
                                .findFirst(),
                        one.days());
            }
        }
    }

    /// Coverage and utilization by day.
    public static final class Coverage extends Table {
        public Coverage(CommitmentReport report) {
            super(List.of(
                    "day",
                    "provider",
                    "currency",
                    "eligible_on_demand",
                    "covered_on_demand",
                    "coverage",
                    "commitment_used",
                    "commitment_unused",
                    "utilization"));
            report.history().coverage().forEach((whole, days) -> {
                for (CoverageDay day : days) {
                    add(
                            day.day(),
                            whole.provider(),
                            whole.currency().value(),
                            day.eligible(),
                            day.covered(),
                            share(day.coverage()),
                            day.used(),
                            day.unused(),
                            share(day.utilization()));
                }
            });
        }
    }

    /// Effective savings rates over the last days of the bills.
    public static final class Rates extends Table {
        public Rates(CommitmentReport report) {
            super(List.of(
                    "provider",
                    "currency",
                    "list",
                    "effective",
                    "negotiated_saving",
                    "commitment_saving",
                    "effective_savings_rate_percent",
                    "charges",
                    "unknown_charges"));
            report.history().rates().forEach((whole, rate) -> row(whole.provider(), rate));
        }

        private void row(String provider, SavingsRate rate) {
            add(
                    provider,
                    rate.currency().value(),
                    rate.list(),
                    rate.effective(),
                    rate.negotiated(),
                    rate.byCommitments(),
                    rate.percent().map(percent -> percent.setScale(2, RoundingMode.HALF_EVEN)),
                    rate.charges(),
                    rate.unknown());
        }
    }

    /// Expected against bad-case saving of the options for all compute.
    public static final class Frontier extends Table {
        public Frontier(CommitmentReport report) {
            super(List.of(
                    "provider",
                    "kind",
                    "term",
                    "payment",
                    "commitment_hour",
                    "expected_saving_month",
                    "bad_case_saving_month",
                    "currency",
                    "efficient"));
            for (CommitmentAdvice advice : report.advice()) {
                for (FrontierPoint point : advice.frontier()) {
                    add(
                            advice.whole().provider(),
                            point.rate().kind().code(),
                            point.rate().term().code(),
                            point.rate().payment().code(),
                            point.commitmentHour().amount(),
                            point.expectedMonth().amount(),
                            point.badCaseMonth().amount(),
                            advice.whole().currency().value(),
                            point.efficient());
                }
            }
        }
    }

    /// The recommended option at once and in parts.
    public static final class Laddering extends Table {
        public Laddering(CommitmentReport report) {
            super(List.of(
                    "provider",
                    "plan",
                    "part",
                    "bought",
                    "ends",
                    "commitment_hour",
                    "p_bought",
                    "expected_saving",
                    "bad_case_saving",
                    "unused_share",
                    "currency"));
            for (CommitmentAdvice advice : report.advice()) {
                advice.recommended().ifPresent(option -> advice.ladder().ifPresent(ladder -> rows(option, ladder)));
            }
        }

        private void rows(PurchaseOption option, Ladder ladder) {
            Ladder.Part first = ladder.parts().getFirst();
            add(
                    option.pool().provider(),
                    "at once",
                    1,
                    first.bought(),
                    first.ends(),
                    option.commitmentHour().amount(),
                    share(1),
                    option.expectedSaving().amount(),
                    option.badCaseSaving().amount(),
                    share(option.unusedShare()),
                    option.pool().currency().value());
            for (int i = 0; i < ladder.parts().size(); i++) {
                Ladder.Part part = ladder.parts().get(i);
                boolean last = i == ladder.parts().size() - 1;
                add(
                        option.pool().provider(),
                        "in parts",
                        i + 1,
                        part.bought(),
                        part.ends(),
                        part.commitmentHour().amount(),
                        share(part.probability()),
                        last ? Optional.of(ladder.expectedSaving().amount()) : Optional.empty(),
                        last ? Optional.of(ladder.badCaseSaving().amount()) : Optional.empty(),
                        last ? share(ladder.unusedShare()) : Optional.empty(),
                        option.pool().currency().value());
            }
        }
    }

    /// Commitment and rightsizing in both orders.
    public static final class Orders extends Table {
        public Orders(CommitmentReport report) {
            super(List.of(
                    "provider",
                    "order",
                    "commitment_hour",
                    "expected_saving",
                    "bad_case_saving",
                    "unused_share",
                    "currency"));
            for (CommitmentAdvice advice : report.advice()) {
                advice.orders().ifPresent(orders -> rows(advice.whole().provider(), orders));
            }
        }

        private void rows(String provider, OrderComparison orders) {
            String currency = orders.addedUp().currency().value();
            only(provider, "commitment alone", orders.commitmentAlone(), currency);
            only(provider, "rightsizing alone", orders.rightsizingAlone(), currency);
            only(provider, "added up blindly", orders.addedUp(), currency);
            together(provider, "commit, then rightsize", orders.commitFirst(), currency);
            together(provider, "rightsize, then commit", orders.rightsizeFirst(), currency);
        }

        private void only(String provider, String order, Money saving, String currency) {
            add(provider, order, Optional.empty(), saving.amount(), Optional.empty(), Optional.empty(), currency);
        }

        private void together(String provider, String order, OrderComparison.Together both, String currency) {
            add(
                    provider,
                    order,
                    both.commitmentHour().amount(),
                    both.expectedSaving().amount(),
                    both.badCaseSaving().amount(),
                    share(both.unusedShare()),
                    currency);
        }
    }

    private static Optional<BigDecimal> share(OptionalDouble share) {
        return share.stream().mapToObj(value -> decimal(value, 4)).findFirst();
    }

    private static Optional<BigDecimal> share(double share) {
        return Optional.of(decimal(share, 4));
    }

    private static Optional<BigDecimal> months(OptionalDouble months) {
        return months.stream().mapToObj(value -> decimal(value, 1)).findFirst();
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
