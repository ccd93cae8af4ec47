package dev.headroom.app.usecase;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/// The cost of the running month by account or by service, and its total: every column adds up to the cent.
///
/// @param parts the largest expected cost first
/// @param total the exact sum of the parts in every column but the bounds, which come from joint sample paths
public record CostSplit(CostOutlook outlook, Dimension dimension, YearMonth month, List<Part> parts, Part total) {
    /// What the cost is split by.
    public enum Dimension {
        ACCOUNT("Account"),
        SERVICE("Service");

        private final String heading;

        Dimension(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }
    }

    /// One account or service, or the total.
    ///
    /// @param known what the bills of the month state so far
    /// @param open what is forecast for the rest of the month
    /// @param expected both together
    /// @param low80 lower bound of the 80 % interval of `expected`
    /// @param high80 upper bound
    public record Part(
            String name, BigDecimal known, BigDecimal open, BigDecimal expected, BigDecimal low80, BigDecimal high80) {}

    public CostSplit {
        parts = List.copyOf(parts);
    }
}
