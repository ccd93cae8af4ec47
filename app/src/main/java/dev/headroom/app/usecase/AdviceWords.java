package dev.headroom.app.usecase;

import dev.headroom.storage.advice.BudgetState;
import dev.headroom.storage.advice.CommitmentCoverage;
import dev.headroom.storage.advice.CommitmentUse;
import dev.headroom.storage.advice.CostAnomaly;
import dev.headroom.storage.advice.CostForecast;
import dev.headroom.storage.advice.ProviderAdvice;
import dev.headroom.storage.advice.PurchaseAdvice;
import dev.headroom.storage.advice.ServerSizeAdvice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What AWS says, in one sentence each. Numbers have two decimals; what is not told is `?`.
final class AdviceWords {
    private static final Set<String> ABBREVIATIONS = Set.of("CPU", "GPU", "EBS", "IOPS", "PPS");

    private AdviceWords() {}

    static String of(ProviderAdvice advice) {
        return switch (advice) {
            case BudgetState budget ->
                "limit " + number(budget.limit()) + ", so far " + number(budget.actual()) + ", expected "
                        + number(budget.forecast()) + " " + budget.unit() + " (" + budget.period() + ")";
            case CommitmentUse use ->
                "used " + number(use.percent()) + " % of what was bound, saving " + number(use.saving());
            case CommitmentCoverage coverage ->
                "covered " + number(coverage.percent()) + " %, on-demand for " + number(coverage.onDemandCost());
            case PurchaseAdvice purchase -> purchase(purchase);
            case ServerSizeAdvice size -> size(size);
            case CostAnomaly anomaly ->
                anomaly.first() + (anomaly.last() == null ? "" : " to " + anomaly.last()) + ": "
                        + number(anomaly.actual()) + " instead of " + number(anomaly.expected()) + causes(anomaly);
            case CostForecast forecast ->
                forecast.steps().size() + " steps from " + forecast.asOf() + " on, in all "
                        + number(forecast.steps().stream()
                                .map(CostForecast.Step::mean)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        + " " + forecast.currency();
        };
    }

    private static String purchase(PurchaseAdvice purchase) {
        String much = purchase.count() == null
                ? number(purchase.commitmentHour()) + " " + purchase.currency() + " an hour of "
                : number(purchase.count()) + " of ";
        return much + purchase.what() + ", " + purchase.term() + " " + purchase.payment() + ": saves "
                + number(purchase.savingMonth()) + " " + purchase.currency() + " a month, by usage of "
                + purchase.lookback();
    }

    private static String size(ServerSizeAdvice size) {
        String options = size.options().stream()
                .map(option -> option.instanceType() + " (saves "
                        + number(
                                option.savingMonth() == null
                                        ? option.savingAfterDiscountsMonth()
                                        : option.savingMonth())
                        + " " + option.currency() + " a month)")
                .collect(Collectors.joining(", "));
        return size.instanceType() + " " + size.finding() + (options.isEmpty() ? "" : ": " + options);
    }

    private static String causes(CostAnomaly anomaly) {
        return anomaly.causes().stream()
                .findFirst()
                .map(cause -> "; most of it "
                        + String.join(" ", cause.service(), cause.account(), cause.region(), cause.usageType()))
                .orElse("");
    }

    /// A name of AWS in words: `CPUOverprovisioned` and `CPU_OVER_PROVISIONED` are `CPU overprovisioned`, `VeryLow` is
    /// `very low`.
    static String spaced(String name) {
        String apart = name.replace("R_PROVISIONED", "RPROVISIONED")
                .replace("EBSIOPS", "EBS_IOPS")
                .replace('_', ' ')
                .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return Arrays.stream(apart.split(" "))
                .map(word -> ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "?" : number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
