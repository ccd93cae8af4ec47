package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Amounts in sentences of the command line: the same for every reader, whatever the language of the machine.
public final class MoneyWords {
    private MoneyWords() {}

    /// The sums by currency, such as `1,204 USD` or `1,204 USD and 88 EUR`; empty without an amount.
    ///
    /// @param decimals how many are told
    public static String sum(Stream<Money> amounts, int decimals) {
        Map<CurrencyCode, Money> sums = new TreeMap<>();
        amounts.forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
        return sums.values().stream().map(sum -> told(sum, decimals)).collect(Collectors.joining(" and "));
    }

    private static String told(Money amount, int decimals) {
        return String.format(
                Locale.ROOT, "%,." + decimals + "f %s", amount.rounded(decimals).amount(), amount.currency());
    }
}
