package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentAdvice;
import dev.headroom.engine.commitment.CommitmentHistory;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.PoolForecast;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.quantity.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the bills say about commitments and what to buy.
///
/// @param rates what the advice rests on
/// @param advice one a provider and currency whose usage can be forecast
/// @param forecasts of all pools that were looked at
/// @param left the pools that were not looked at, and why
public record CommitmentReport(
        AdviseCommitments.Request request,
        CommitmentHistory history,
        List<CommitmentRate> rates,
        List<CommitmentAdvice> advice,
        List<PoolForecast> forecasts,
        List<Left> left) {
    public CommitmentReport {
        rates = List.copyOf(rates);
        advice = List.copyOf(advice);
        forecasts = List.copyOf(forecasts);
        left = List.copyOf(left);
    }

    /// Usage that is not in the advice.
    public record Left(UsagePool pool, String reason) {}

    /// What the rates are, in one sentence.
    public String rateWords() {
        return (request.rates().isPresent()
                        ? "Rates of " + request.rates().get().getFileName() + ", as of " + oldest(rates)
                        : fromLists().isEmpty()
                                ? "Rates are typical discounts, assumed by Headroom and not read from a price list, as of "
                                        + oldest(rates)
                                : "Reservations of " + providers() + " at the rates of the " + listWords() + ", as of "
                                        + oldest(fromLists()) + "; all other rates are typical discounts, assumed by"
                                        + " Headroom, as of " + oldest(assumed()))
                + "; state your own with --rates.";
    }

    /// What the rates rest on, such as `assumed typical discounts of 1 Jan 2025`.
    ///
    /// @param day writes a day
    public String rateBasis(Function<LocalDate, String> day) {
        return request.rates().isPresent()
                ? "own rates of " + day.apply(oldest(rates))
                : (fromLists().isEmpty() ? "" : listWords() + " of " + day.apply(oldest(fromLists())) + " and ")
                        + "assumed typical discounts of " + day.apply(oldest(assumed()));
    }

    private List<CommitmentRate> fromLists() {
        return rates.stream().filter(KnownRates::isFromList).toList();
    }

    private List<CommitmentRate> assumed() {
        return rates.stream().filter(rate -> !KnownRates.isFromList(rate)).toList();
    }

    private String providers() {
        return words(CommitmentRate::provider);
    }

    private String listWords() {
        return words(CommitmentRate::source);
    }

    private String words(Function<CommitmentRate, String> word) {
        return fromLists().stream().map(word).distinct().sorted().collect(Collectors.joining(", "));
    }

    private LocalDate oldest(List<CommitmentRate> of) {
        return of.stream()
                .map(CommitmentRate::asOf)
                .min(Comparator.naturalOrder())
                .orElse(history.last());
    }

    /// What the hours rest on, in one sentence.
    public String hourWords() {
        int days = forecasts.stream()
                .mapToInt(forecast -> forecast.usage().shape().days())
                .max()
                .orElse(0);
        return days == 0
                ? "Each day counts as level over its 24 hours, because the bills are kept by day; usage that swings within"
                        + " the day is covered less than stated. Give bills with hourly lines with --hourly."
                : "Days are spread over their hours as on " + days + " days of hourly bill lines.";
    }

    /// The result in one sentence.
    public String sentence() {
        String bought = advice.stream()
                .flatMap(one -> one.recommended().stream())
                .map(CommitmentReport::words)
                .collect(Collectors.joining("; "));
        return bought.isEmpty() ? "no commitment is worth buying" : bought;
    }

    private static String words(PurchaseOption option) {
        return String.format(
                Locale.ROOT,
                "buy a %s of %s an hour: saves %s a month on average, %s in the bad case, unused %.1f %%",
                option.rate().words(),
                option.commitmentHour(),
                option.expectedSavingMonth(),
                month(option.badCaseSaving(), option),
                100 * option.unusedShare());
    }

    /// An amount over the term as that of a month.
    public static Money month(Money overTerm, PurchaseOption option) {
        return new Money(
                overTerm.amount()
                        .divide(
                                java.math.BigDecimal.valueOf(
                                        option.rate().term().days() / 365L * 12),
                                2,
                                java.math.RoundingMode.HALF_EVEN),
                overTerm.currency());
    }
}
