package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentAdvice;
import dev.headroom.engine.commitment.CommitmentHistory;
import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.PoolForecast;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.commitment.UsagePool;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        String words;
        if (request.rates().isPresent()) {
            words = "Rates of " + request.rates().get().getFileName() + ", as of " + oldest(rates);
        } else if (fromLists().isEmpty()) {
            words = "Rates are typical discounts, assumed by Headroom and not read from a price list, as of "
                    + oldest(rates);
        } else {
            words = "Rates of pulled lists: "
                    + Arrays.stream(CommitmentKind.values())
                            .flatMap(kind -> listWords(kind).stream())
                            .collect(Collectors.joining("; "))
                    + "; all other rates are typical discounts, assumed by Headroom, as of " + oldest(assumed());
        }
        return words + "; state your own with --rates.";
    }

    /// The rates of a kind from lists, with region and day; empty when there are none.
    private Optional<String> listWords(CommitmentKind kind) {
        List<CommitmentRate> of =
                fromLists().stream().filter(rate -> rate.kind() == kind).toList();
        if (of.isEmpty()) {
            return Optional.empty();
        }
        String regions = words(of, CommitmentRate::region);
        return Optional.of(kind.words() + (regions.isEmpty() ? "" : " in " + regions) + " by "
                + words(of, CommitmentRate::source) + ", as of " + oldest(of));
    }

    /// What the rates rest on, such as `assumed typical discounts of 1 Jan 2025`.
    ///
    /// @param day writes a day
    public String rateBasis(Function<LocalDate, String> day) {
        if (request.rates().isPresent()) {
            return "own rates of " + day.apply(oldest(rates));
        }
        String assumed = "assumed typical discounts of " + day.apply(oldest(assumed()));
        List<CommitmentRate> lists = fromLists();
        return lists.isEmpty()
                ? assumed
                : words(lists, rate -> KnownRates.list(rate).orElse("")) + " of " + day.apply(oldest(lists)) + " ("
                        + words(lists, CommitmentRate::region) + ") and " + assumed;
    }

    private List<CommitmentRate> fromLists() {
        return rates.stream().filter(KnownRates::isFromList).toList();
    }

    private List<CommitmentRate> assumed() {
        return rates.stream().filter(rate -> !KnownRates.isFromList(rate)).toList();
    }

    private static String words(List<CommitmentRate> of, Function<CommitmentRate, String> word) {
        return of.stream()
                .map(word)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
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
                        .divide(BigDecimal.valueOf(option.rate().term().days() / 365L * 12), 2, RoundingMode.HALF_EVEN),
                overTerm.currency());
    }
}
