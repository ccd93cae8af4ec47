package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentKind;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.storage.advice.ProviderAdvice.Commitment;
import dev.headroom.storage.advice.PurchaseAdvice;
import dev.headroom.storage.cache.AdviceLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A commitment that AWS advises to buy.
///
/// @param kind empty for one that Headroom does not advise on
/// @param what is bought, in words, such as `Compute savings plan` or `m6a.large Linux/UNIX shared`
/// @param family of the machines, such as `m6a`; empty for all
/// @param account for which; empty for all
/// @param region empty where it holds in all
/// @param lookback over which usage was looked at, in words
/// @param hour money to bind an hour; of savings plans
/// @param count how many; of reservations
/// @param saving a month
/// @param savingPercent of what it would cost on demand
/// @param usedPercent how much of it would have been used
/// @param told when it was first said so
/// @param asked when AWS was last asked
public record PurchaseSaid(
        Optional<CommitmentKind> kind,
        String what,
        String family,
        String account,
        String region,
        Optional<CommitmentTerm> term,
        Optional<Payment> payment,
        String lookback,
        Optional<Money> hour,
        Optional<BigDecimal> count,
        Optional<Money> upfront,
        Optional<Money> saving,
        Optional<BigDecimal> savingPercent,
        Optional<BigDecimal> usedPercent,
        Instant told,
        Instant asked) {
    static PurchaseSaid of(AdviceLog.Entry entry, PurchaseAdvice advice) {
        Optional<CommitmentKind> kind = kind(advice);
        return new PurchaseSaid(
                kind,
                advice.commitment() == Commitment.RESERVATIONS
                        ? advice.what()
                        : kind.map(known -> Words.capital(known.words()) + tail(advice.what()))
                                .orElse(advice.what()),
                family(advice),
                advice.account(),
                advice.region(),
                named(CommitmentTerm.values(), advice.term()),
                named(Payment.values(), advice.payment()),
                AdviceWords.spaced(advice.lookback()),
                money(Optional.ofNullable(advice.commitmentHour()), advice),
                Optional.ofNullable(advice.count()),
                money(Optional.ofNullable(advice.upfront()), advice),
                money(Optional.ofNullable(advice.savingMonth()), advice),
                Optional.ofNullable(advice.savingPercent()),
                Optional.ofNullable(advice.usePercent()),
                entry.told(),
                entry.asked());
    }

    private static Optional<CommitmentKind> kind(PurchaseAdvice advice) {
        if (advice.commitment() == Commitment.RESERVATIONS) {
            return Optional.of(CommitmentKind.STANDARD_RESERVATION);
        }
        return switch (first(advice.what())) {
            case "COMPUTE_SP" -> Optional.of(CommitmentKind.COMPUTE_SAVINGS_PLAN);
            case "EC2_INSTANCE_SP" -> Optional.of(CommitmentKind.INSTANCE_SAVINGS_PLAN);
            default -> Optional.empty();
        };
    }

    private static String family(PurchaseAdvice advice) {
        return switch (advice.commitment()) {
            case RESERVATIONS -> first(advice.what()).replaceAll("\\..*", "");
            case SAVINGS_PLANS -> tail(advice.what()).strip();
        };
    }

    private static String first(String words) {
        return words.split(" ", 2)[0];
    }

    private static String tail(String words) {
        return words.substring(first(words).length());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static Optional<Money> money(Optional<BigDecimal> amount, PurchaseAdvice advice) {
        return advice.currency().isBlank()
                ? Optional.empty()
                : amount.map(known -> new Money(known, new CurrencyCode(advice.currency())));
    }
}
