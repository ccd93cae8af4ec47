package dev.headroom.storage.cache;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One month of one billing account, spelt so that bills of different kinds can be compared: providers by one name, of
/// a path only its end (`/providers/Microsoft.Billing/billingAccounts/8765`), letters in lower case, numbers without
/// the zeros that a spreadsheet cuts off.
///
/// @param month 12 * year + month of year - 1
record BillKey(String provider, String account, int month) implements Comparable<BillKey> {
    private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d+$)");
    private static final Map<String, List<String>> PROVIDERS = Map.of(
            "aws", List.of("aws", "amazon"),
            "microsoft", List.of("microsoft", "azure"),
            "google", List.of("google", "gcp"),
            "oracle", List.of("oracle", "oci"),
            "alibaba", List.of("alibaba", "aliyun"));
    private static final Comparator<BillKey> ORDER = Comparator.comparingInt(BillKey::month)
            .thenComparing(BillKey::provider)
            .thenComparing(BillKey::account);

    /// The key of a bill as its files spell it.
    static BillKey of(String provider, String account, int month) {
        return new BillKey(provider(provider), account(account), month);
    }

    static String provider(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(known -> known.getValue().stream()
                        .anyMatch(word -> plain.equals(word) || plain.contains(word) && word.length() > 3))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(plain.startsWith("aws ") ? "aws" : plain);
    }

    static String account(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String end = plain.substring(plain.lastIndexOf('/') + 1);
        return ZEROS.matcher(end.isEmpty() ? plain : end).replaceFirst("");
    }

    @Override
    public int compareTo(BillKey other) {
        return ORDER.compare(this, other);
    }
}
