package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeRecord;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// By what cost is divided in a pivot.
///
/// @param tag the key of a tag, for [Kind#TAG] only
public record CostDimension(Kind kind, String tag) {
    public enum Kind {
        PROVIDER,
        ACCOUNT,
        SERVICE,
        REGION,
        RESOURCE,
        CATEGORY,
        TAG,
        MONTH
    }

    public CostDimension {
        if ((kind == Kind.TAG) == tag.isEmpty()) {
            throw new IllegalArgumentException("tag (" + tag + ") must be given for tags, and for them only.");
        }
    }

    public static CostDimension of(Kind kind) {
        return new CostDimension(kind, "");
    }

    public static CostDimension ofTag(String key) {
        return new CostDimension(Kind.TAG, key);
    }

    /// Reads `service`, or `tag:team` for a tag; empty when there is no such dimension.
    public static Optional<CostDimension> parse(String word) {
        if (word.toLowerCase(Locale.ROOT).startsWith("tag:")) {
            String key = word.substring("tag:".length());
            return key.isEmpty() ? Optional.empty() : Optional.of(ofTag(key));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.TAG && kind.name().equalsIgnoreCase(word))
                .map(CostDimension::of)
                .findFirst();
    }

    /// The words that [#parse] understands.
    public static List<String> words() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind == Kind.TAG ? "tag:KEY" : kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// The word that [#parse] turns into this dimension.
    public String word() {
        return kind == Kind.TAG ? "tag:" + tag : kind.name().toLowerCase(Locale.ROOT);
    }

    /// Where a charge belongs; empty when the bill does not say.
    String of(ChargeRecord charge) {
        return switch (kind) {
            case PROVIDER -> charge.line().provider();
            case ACCOUNT -> charge.line().subAccount();
            case SERVICE -> charge.line().service();
            case REGION -> charge.line().region();
            case RESOURCE -> charge.line().resource();
            case CATEGORY -> charge.line().category().focusName();
            case TAG -> charge.line().tags().getOrDefault(tag, "");
            case MONTH -> YearMonth.from(charge.start().atZone(ZoneOffset.UTC)).toString();
        };
    }
}
