package dev.headroom.app.usecase;

import dev.headroom.engine.cost.TagCoverage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The coverage of a required tag in words.
public final class TagWords {
    private static final int CENTS = 2;

    private TagWords() {}

    /// The account and the tag, such as `111122223333/owner`.
    static String name(TagCoverage coverage) {
        return account(coverage) + "/" + tag(coverage);
    }

    public static String account(TagCoverage coverage) {
        return coverage.account().isEmpty() ? "all accounts" : coverage.account();
    }

    public static String tag(TagCoverage coverage) {
        return coverage.tag().isEmpty() ? "all required tags" : coverage.tag();
    }

    /// The share in per cent, rounded down so that 100 is everything; 100 too where there is no cost.
    public static int score(TagCoverage coverage) {
        return (int) Math.floor(coverage.share().orElse(1.0) * 100 + 1e-9);
    }

    public static String reason(TagCoverage coverage) {
        String open = coverage.unknown() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %,d of %,d charges do not state their cost.",
                        coverage.unknown(),
                        coverage.charges());
        if (coverage.untagged().signum() == 0) {
            return open.strip();
        }
        String what = coverage.tag().isEmpty() ? "not all required tags" : "no " + coverage.tag();
        return String.format(
                        Locale.ROOT,
                        "%s of %s %s of usage carry %s.",
                        money(coverage.untagged()),
                        money(coverage.cost()),
                        coverage.currency().value(),
                        what)
                + open;
    }

    public static String advice(TagCoverage coverage) {
        if (coverage.untagged().signum() == 0) {
            return "";
        }
        String others = coverage.spellings().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(other -> other.getKey() + " (" + money(other.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "Tag the resources, or add the tag to the export."
                : "Some of it is written " + others + "; write " + coverage.tag() + " everywhere.";
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(CENTS, RoundingMode.HALF_EVEN));
    }
}
