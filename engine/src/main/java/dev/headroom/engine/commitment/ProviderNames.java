package dev.headroom.engine.commitment;

import java.util.Locale;

/// Bills of one provider name it in several ways.
public final class ProviderNames {
    private ProviderNames() {}

    static boolean isAws(String name) {
        return plain(name).equals("aws");
    }

    /// True for two names of one provider.
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("aws") || lower.startsWith("amazon")) {
            return "aws";
        }
        if (lower.equals("azure") || lower.startsWith("microsoft")) {
            return "microsoft";
        }
        if (lower.equals("gcp") || lower.startsWith("google")) {
            return "google cloud";
        }
        return lower;
    }
}
