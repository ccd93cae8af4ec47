package dev.headroom.engine.cost;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/// What an amount of an invoice is for. Text that the invoice does not divide by is empty.
///
/// @param invoice the number of the invoice
public record InvoiceKey(String account, String service, String invoice) implements Comparable<InvoiceKey> {
    public static final InvoiceKey TOTAL = new InvoiceKey("", "", "");

    private static final Comparator<InvoiceKey> ORDER = Comparator.comparing(InvoiceKey::invoice)
            .thenComparing(InvoiceKey::account)
            .thenComparing(InvoiceKey::service);
    private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d+$)");

    @Override
    public int compareTo(InvoiceKey other) {
        return ORDER.compare(this, other);
    }

    /// The key as it is compared: letters of either case and spaces around are the same, and so are numbers with
    /// and without zeros before, which spreadsheets cut off.
    public InvoiceKey plain() {
        return new InvoiceKey(plain(account), plain(service), plain(invoice));
    }

    private static String plain(String text) {
        return ZEROS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
