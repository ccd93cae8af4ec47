package dev.headroom.storage.source.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A unit as files, monitoring systems and people write it: `percent`, `ratio`, `KiB`, `Kilobytes/Second`, `bit/s`,
/// `bytes/5min`. K, M and G are powers of 1000 and Ki, Mi and Gi of 1024; `mbps` and its like are bits, as networks
/// are sold; `mb/s` are bytes.
///
/// @param factor an amount in this unit times this is an amount in the base unit of its dimension
/// @param decimalPrefix true for KB, MB and GB, which some tools write for KiB, MiB and GiB
public record UnitName(Dimension dimension, BigDecimal factor, boolean decimalPrefix) {
    /// What a unit measures, with its base unit.
    public enum Dimension {
        /// Percent.
        SHARE,
        BYTES,
        BYTES_PER_SECOND,
        BITS_PER_SECOND,
        COUNT,
        /// A number that is known to have no unit, or one that is kept as it is.
        PLAIN
    }

    /// Far more digits than a reading has, so that thirds of a factor do not show.
    private static final MathContext EXACT = new MathContext(40);

    private static final Pattern RATE = Pattern.compile("(.+)/ ?(\\d*) ?([a-z]+)");
    private static final Map<String, Long> SECONDS = Map.ofEntries(
            Map.entry("s", 1L),
            Map.entry("sec", 1L),
            Map.entry("second", 1L),
            Map.entry("seconds", 1L),
            Map.entry("m", 60L),
            Map.entry("min", 60L),
            Map.entry("minute", 60L),
            Map.entry("minutes", 60L),
            Map.entry("h", 3_600L),
            Map.entry("hour", 3_600L));
    private static final Map<String, BigDecimal> BYTES = sizes("b", List.of("byte", "bytes"));
    private static final Map<String, BigDecimal> BITS = sizes("bit", List.of("bits"));

    private static Map<String, BigDecimal> sizes(String symbol, List<String> words) {
        Map<String, BigDecimal> sizes = new HashMap<>();
        String[] prefixes = {"", "k", "m", "g", "t"};
        String[] names = {"", "kilo", "mega", "giga", "tera"};
        for (int power = 0; power < prefixes.length; power++) {
            BigDecimal decimal = BigDecimal.TEN.pow(3 * power);
            sizes.put(prefixes[power] + symbol, decimal);
            for (String word : words) {
                sizes.put(names[power] + word, decimal);
            }
            if (power > 0) {
                BigDecimal binary = BigDecimal.valueOf(1024).pow(power);
                sizes.put(prefixes[power] + "i" + symbol, binary);
                for (String word : words) {
                    sizes.put(names[power].substring(0, 2) + "bi" + word, binary);
                }
            }
        }
        return Map.copyOf(sizes);
    }

    public static Optional<UnitName> parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "%", "pct", "percent", "percentage" -> plain(Dimension.SHARE, BigDecimal.ONE);
            case "ratio", "fraction", "share", "0..1", "0-1" -> plain(Dimension.SHARE, BigDecimal.valueOf(100));
            case "count", "counts" -> plain(Dimension.COUNT, BigDecimal.ONE);
            case "none", "1", "seconds", "milliseconds", "microseconds" -> plain(Dimension.PLAIN, BigDecimal.ONE);
            case "bps", "kbps", "mbps", "gbps" ->
                of(Dimension.BITS_PER_SECOND, BITS, name.substring(0, name.length() - 2) + "it");
            default -> rate(name).or(() -> of(Dimension.BYTES, BYTES, name));
        };
    }

    private static Optional<UnitName> rate(String name) {
        Matcher rate = RATE.matcher(name);
        if (!rate.matches() || !SECONDS.containsKey(rate.group(3))) {
            return Optional.empty();
        }
        long count = rate.group(2).isEmpty() ? 1 : Long.parseLong(rate.group(2));
        BigDecimal seconds = BigDecimal.valueOf(count * SECONDS.getOrDefault(rate.group(3), 1L));
        String amount = rate.group(1).strip();
        if (count == 0) {
            return Optional.empty();
        }
        if (amount.startsWith("count")) {
            return plain(Dimension.PLAIN, BigDecimal.ONE);
        }
        return of(Dimension.BITS_PER_SECOND, BITS, amount)
                .or(() -> of(Dimension.BYTES_PER_SECOND, BYTES, amount))
                .map(unit -> unit.times(BigDecimal.ONE.divide(seconds, EXACT)));
    }

    private static Optional<UnitName> plain(Dimension dimension, BigDecimal factor) {
        return Optional.of(new UnitName(dimension, factor, false));
    }

    private static Optional<UnitName> of(Dimension dimension, Map<String, BigDecimal> sizes, String name) {
        boolean symbol = name.length() == 2 && name.endsWith("b");
        return Optional.ofNullable(sizes.get(name)).map(factor -> new UnitName(dimension, factor, symbol));
    }

    private UnitName times(BigDecimal other) {
        return new UnitName(dimension, factor.multiply(other), decimalPrefix);
    }

    /// An amount per period as an amount per second.
    public UnitName perSecond(long periodSeconds) {
        return new UnitName(
                Dimension.BYTES_PER_SECOND, factor.divide(BigDecimal.valueOf(periodSeconds), EXACT), decimalPrefix);
    }
}
