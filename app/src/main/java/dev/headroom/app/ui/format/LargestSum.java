package dev.headroom.app.ui.format;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One figure of amounts in several currencies, where there is room for one only.
public final class LargestSum {
    private LargestSum() {}

    /// The sum in the currency that most is about, whatever its sign; empty without an amount.
    public static Optional<Money> of(Stream<Money> amounts) {
        Map<CurrencyCode, Money> sums = new TreeMap<>();
        amounts.forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return sums.values().stream()
                .max(Comparator.comparing(money -> money.amount().abs()));
    }
}
