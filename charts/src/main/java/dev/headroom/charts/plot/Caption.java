package dev.headroom.charts.plot;

import java.util.List;

/// What an exported chart says around its plot: the statement, what is shown, and where it comes from.
///
/// `provenance` stands below the hairline at the left, `signature` (product, ledger entry) at the right.
public record Caption(String title, String subtitle, List<String> provenance, List<String> signature) {
    public Caption {
        provenance = List.copyOf(provenance);
        signature = List.copyOf(signature);
    }

    /// A caption with a title only.
    public static Caption titled(String title) {
        return new Caption(title, "", List.of(), List.of());
    }
}
