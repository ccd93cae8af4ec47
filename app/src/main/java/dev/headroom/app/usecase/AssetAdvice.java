package dev.headroom.app.usecase;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The advice on what is no server.
///
/// @param asOf the end of the windows
/// @param prices where they come from
/// @param advice the largest saving first
public record AssetAdvice(Instant asOf, PriceBasis prices, List<Advice> advice) {
    public AssetAdvice {
        advice = advice.stream()
                .sorted(Comparator.comparingDouble(AssetAdvice::gross)
                        .reversed()
                        .thenComparing(one -> one.asset().id()))
                .toList();
    }

    private static double gross(Advice advice) {
        return advice.gross().map(money -> money.amount().doubleValue()).orElse(0.0);
    }

    /// What is saved when all of it is done, by currency.
    public Map<CurrencyCode, Money> saving() {
        Map<CurrencyCode, Money> savings = new TreeMap<>();
        advice.stream()
                .flatMap(one -> one.gross().stream())
                .forEach(money -> savings.merge(money.currency(), money, Money::plus));
        return savings;
    }

    /// The result in one sentence.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%d to change, %d to delete, %d to keep, %d undecided%s, at %s",
                count("change"),
                count("delete"),
                count("keep"),
                count("undecided"),
                saving().values().stream()
                        .map(money -> String.format(
                                Locale.ROOT, ", saving %,.2f %s a month", money.amount(), money.currency()))
                        .collect(Collectors.joining()),
                prices.words(LocalDate::toString));
    }

    private long count(String action) {
        return advice.stream().filter(one -> one.action().equals(action)).count();
    }
}
