package dev.headroom.app.cli;

import dev.headroom.app.usecase.InCurrency;
import dev.headroom.engine.quantity.CurrencyCode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// In which currency cost is asked for.
final class CurrencyOption {
    @Option(
            names = "--in",
            paramLabel = "CURRENCY",
            description = "Everything in this currency, each day with the rate of that day or the last one before it; "
                    + "import a table date,from,to,rate first. Without it, each currency stands on its own.")
    private @Nullable String currency;

    @Option(
            names = "--rate-age",
            paramLabel = "DAYS",
            description = "With --in: how many days before a charge its rate may be (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + InCurrency.USUAL_AGE_DAYS)
    private int age = InCurrency.USUAL_AGE_DAYS;

    boolean isGiven() {
        return currency != null;
    }

    /// Empty when each currency stands on its own.
    Optional<InCurrency> into(Command command) {
        if (currency == null) {
            return Optional.empty();
        }
        if (age < 0) {
            throw command.wrongUsage("--rate-age (" + age + ") must not be negative.");
        }
        String text = currency.strip();
        try {
            return Optional.of(
                    new InCurrency(new CurrencyCode(text.length() == 3 ? text.toUpperCase(Locale.ROOT) : text), age));
        } catch (IllegalArgumentException e) {
            throw command.wrongUsage("--in (" + currency + ") must be a currency such as EUR.");
        }
    }
}
