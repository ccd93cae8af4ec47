package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.storage.advice.ServerSizeAdvice;
import dev.headroom.storage.cache.AdviceLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a service of AWS says about the size of a server.
///
/// @param name the server's name at AWS; empty when it has none
/// @param account for which AWS was asked
/// @param region empty where the service does not tell it
/// @param type the present one
/// @param action `keep`, `resize`, `stop` or `undecided`
/// @param finding in the words of AWS
/// @param reasons in words, such as `CPU overprovisioned`
/// @param lookbackDays over which usage was looked at
/// @param options other types, the best first
/// @param saving a month of the best option or of stopping it, by the prices of AWS; empty when it is kept
/// @param told when it was first said so
/// @param asked when AWS was last asked
public record SizeSaid(
        Source source,
        String server,
        String name,
        String account,
        String region,
        String type,
        String action,
        String finding,
        List<String> reasons,
        Optional<BigDecimal> lookbackDays,
        List<Option> options,
        Optional<BigDecimal> saving,
        String currency,
        Instant told,
        Instant asked) {
    public SizeSaid {
        reasons = List.copyOf(reasons);
        options = List.copyOf(options);
    }

    /// Who sizes servers at AWS.
    public enum Source {
        COMPUTE_OPTIMIZER("Compute Optimizer"),
        COST_EXPLORER("Cost Explorer");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        /// In tables, such as `cost-explorer`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String words() {
            return words;
        }
    }

    /// Another type.
    ///
    /// @param risk that it is too small, from 0 (very low) to 4 (very high)
    /// @param effort of the move, such as `very low`; empty when it is not told
    /// @param saving a month, before discounts where that is told
    public record Option(String type, Optional<BigDecimal> risk, String effort, Optional<BigDecimal> saving) {}

    static SizeSaid of(AdviceLog.Entry entry, ServerSizeAdvice advice) {
        List<Option> options = advice.options().stream().map(SizeSaid::option).toList();
        String action = action(advice);
        Optional<BigDecimal> saving = options.stream()
                .findFirst()
                .flatMap(Option::saving)
                .or(() -> Optional.ofNullable(advice.savingMonth()));
        return new SizeSaid(
                Source.valueOf(advice.source().name()),
                advice.server(),
                advice.name(),
                entry.origin().account(),
                entry.origin().region(),
                advice.instanceType(),
                action,
                advice.finding(),
                advice.reasons().stream().map(AdviceWords::spaced).toList(),
                Optional.ofNullable(advice.lookbackDays()),
                options,
                action.equals("keep") ? Optional.empty() : saving,
                currency(advice),
                entry.told(),
                entry.asked());
    }

    private static String currency(ServerSizeAdvice advice) {
        return advice.currency().isBlank() && !advice.options().isEmpty()
                ? advice.options().getFirst().currency()
                : advice.currency();
    }

    private static Option option(ServerSizeAdvice.Option option) {
        return new Option(
                option.instanceType(),
                Optional.ofNullable(option.risk()),
                AdviceWords.spaced(option.effort()),
                Optional.ofNullable(option.savingMonth())
                        .or(() -> Optional.ofNullable(option.savingAfterDiscountsMonth())));
    }

    /// The finding in our words. Compute Optimizer lists options also for a server that fits.
    private static String action(ServerSizeAdvice advice) {
        String finding = plain(advice.finding());
        if (finding.equals("optimized")) {
            return "keep";
        }
        if (finding.equals("terminate")) {
            return "stop";
        }
        return advice.options().isEmpty() ? "undecided" : "resize";
    }

    private static String plain(String finding) {
        return finding.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /// The type to run on: the present one for `keep`, empty for `stop` and `undecided`.
    public Optional<String> to() {
        return switch (action) {
            case "keep" -> Optional.of(type);
            case "resize" -> Optional.of(options.getFirst().type());
            default -> Optional.empty();
        };
    }

    /// Of the move to [#to].
    public Optional<BigDecimal> risk() {
        return action.equals("resize") ? options.getFirst().risk() : Optional.empty();
    }

    /// The saving; empty when it or its currency is not told.
    public Optional<Money> money() {
        return currency.isBlank()
                ? Optional.empty()
                : saving.map(amount -> new Money(amount, new CurrencyCode(currency)));
    }

    /// Such as `overprovisioned`.
    public String findingWords() {
        return AdviceWords.spaced(finding);
    }

    boolean isTooSmall() {
        return plain(finding).equals("underprovisioned");
    }
}
