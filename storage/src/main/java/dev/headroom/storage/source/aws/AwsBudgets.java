package dev.headroom.storage.source.aws;

import dev.headroom.storage.advice.BudgetState;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Spend;

/// Reads the budgets of an account.
public final class AwsBudgets {
    private static final int PAGE = 100;

    private final BudgetsClient client;
    private final String account;
    private final Asking asking;

    AwsBudgets(BudgetsClient client, String account, Asking asking) {
        this.client = client;
        this.account = account;
        this.asking = asking;
    }

    public List<BudgetState> budgets() throws AwsFailureException {
        return asking.asked(
                AwsAction.BUDGETS.iam(),
                () -> client
                        .describeBudgetsPaginator(ask -> ask.accountId(account).maxResults(PAGE))
                        .budgets()
                        .stream()
                        .map(AwsBudgets::budget)
                        .toList());
    }

    private static BudgetState budget(Budget told) {
        var spend = told.calculatedSpend();
        Spend actual = spend == null ? null : spend.actualSpend();
        Spend forecast = spend == null ? null : spend.forecastedSpend();
        return new BudgetState(
                told.budgetName(),
                Told.text(told.budgetTypeAsString()),
                Told.text(told.timeUnitAsString()),
                told.costFilters().isEmpty() && told.filterExpression() == null
                        ? BudgetState.Covers.ALL
                        : BudgetState.Covers.PART,
                amount(told.budgetLimit()),
                amount(actual),
                amount(forecast),
                unit(told.budgetLimit(), actual));
    }

    private static @Nullable BigDecimal amount(@Nullable Spend told) {
        return told == null ? null : told.amount();
    }

    private static String unit(@Nullable Spend limit, @Nullable Spend actual) {
        Spend one = limit == null ? actual : limit;
        return one == null ? "" : Told.text(one.unit());
    }
}
