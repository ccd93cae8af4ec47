package dev.headroom.storage.source.price;

import java.util.Arrays;
import java.util.Locale;

/// What a pulled price list is about. The scopes of a region are pulled, versioned and dated apart, so that one that is
/// denied leaves the others as they are.
public enum PriceScope {
    /// Machines, their reservations, and block storage.
    MACHINES("machines and volumes"),
    /// Classes and storage of databases.
    DATABASES("databases"),
    /// What machines cost in savings plans.
    SAVINGS_PLANS("savings plans");

    private final String words;

    PriceScope(String words) {
        this.words = words;
    }

    /// The name in the price book, such as `savings-plans`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Such as `savings plans`.
    public String words() {
        return words;
    }

    /// The scope of a code in the price book.
    public static PriceScope of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scope (" + code + ") must be one of the price book."));
    }
}
