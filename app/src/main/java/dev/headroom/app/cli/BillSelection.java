package dev.headroom.app.cli;

import dev.headroom.app.usecase.CompareDatasets;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which bills a command is about.
final class BillSelection {
    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "With --datasets and --lead: only the bills of this month.")
    private @Nullable YearMonth month;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "With --datasets and --lead: only the bills of this provider, such as AWS.")
    private String provider = "";

    @Option(
            names = "--billing-account",
            paramLabel = "ID",
            description = "With --datasets and --lead: only the bills of this billed account.")
    private String billingAccount = "";

    boolean isGiven() {
        return month != null || !provider.isEmpty() || !billingAccount.isEmpty();
    }

    CompareDatasets.Selection selection() {
        return new CompareDatasets.Selection(provider, billingAccount, Optional.ofNullable(month));
    }
}
