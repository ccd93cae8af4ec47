package dev.headroom.storage.advice;

import java.util.Arrays;
import java.util.Optional;

/// One thing that a provider says. Money is in the currency that it names, empty where it names none; a number that it
/// does not tell is null.
public sealed interface ProviderAdvice
        permits BudgetState,
                CommitmentCoverage,
                CommitmentUse,
                CostAnomaly,
                CostForecast,
                PurchaseAdvice,
                ServerSizeAdvice {
    Kind kind();

    /// What it is about, in words that are the same when it is said again, such as the id of a server.
    String subject();

    /// What kinds of things are said. Each comes from one question, so that it is known as a whole.
    enum Kind {
        BUDGET("budget", BudgetState.class),
        SAVINGS_PLANS_USE("savings-plans-use", CommitmentUse.class),
        SAVINGS_PLANS_COVERAGE("savings-plans-coverage", CommitmentCoverage.class),
        SAVINGS_PLANS_PURCHASE("savings-plans-purchase", PurchaseAdvice.class),
        RESERVATIONS_USE("reservations-use", CommitmentUse.class),
        RESERVATIONS_COVERAGE("reservations-coverage", CommitmentCoverage.class),
        RESERVATIONS_PURCHASE("reservations-purchase", PurchaseAdvice.class),
        /// Sizes of servers by Cost Explorer.
        RIGHTSIZING("rightsizing", ServerSizeAdvice.class),
        /// Sizes of servers by Compute Optimizer.
        SERVER_SIZE("server-size", ServerSizeAdvice.class),
        ANOMALY("anomaly", CostAnomaly.class),
        FORECAST_BY_DAY("forecast-by-day", CostForecast.class),
        FORECAST_BY_MONTH("forecast-by-month", CostForecast.class);

        private final String code;
        private final Class<? extends ProviderAdvice> type;

        Kind(String code, Class<? extends ProviderAdvice> type) {
            this.code = code;
            this.type = type;
        }

        /// The name in output and on disk.
        public String code() {
            return code;
        }

        Class<? extends ProviderAdvice> type() {
            return type;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }
    }

    /// What is bound in advance.
    enum Commitment {
        SAVINGS_PLANS,
        RESERVATIONS
    }
}
