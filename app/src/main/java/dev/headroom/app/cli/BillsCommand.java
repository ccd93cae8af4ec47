package dev.headroom.app.cli;

import dev.headroom.app.usecase.BillTables;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.ForecastCost;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.Table;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.cost.CostBasis;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "bills",
        header = "The versions of the bills, what was restated, and totals as they were known.",
        description = {
            "Lists what each file said of each month's bill of each billing account: which version holds, which was "
                    + "replaced and when.",
            "--as-known-on rebuilds totals and outlook from the versions that were known then."
        })
final class BillsCommand extends Command {
    @ArgGroup(exclusive = true)
    private @Nullable What what;

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            converter = KnownOnConverter.class,
            description = "With --totals and --outlook: as the bills were known at this time; a day is the end of that "
                    + "day in UTC.")
    private @Nullable Instant knownOn;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "With --outlook: ${COMPLETION-CANDIDATES} (default: effective, which is amortised).")
    private CostBasis basis = CostBasis.EFFECTIVE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    /// What to list instead of the versions.
    static final class What {
        @Option(
                names = "--restatements",
                description =
                        "Months of usage that an import changed after they were over: when, by how much, by which "
                                + "categories.")
        private boolean restatements;

        @Option(names = "--totals", description = "Exact totals by month of the bill and currency, on each cost basis.")
        private boolean totals;

        @Option(
                names = "--outlook",
                description = "What the running month is expected to cost, with an 80 %% interval, by currency.")
        private boolean outlook;
    }

    private enum Listing {
        VERSIONS,
        RESTATEMENTS,
        TOTALS,
        OUTLOOK
    }

    private Listing listing() {
        if (what == null) {
            return Listing.VERSIONS;
        }
        return what.restatements ? Listing.RESTATEMENTS : what.totals ? Listing.TOTALS : Listing.OUTLOOK;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        Listing listing = listing();
        if (knownOn != null && (listing == Listing.VERSIONS || listing == Listing.RESTATEMENTS)) {
            throw wrongUsage(
                    "--as-known-on goes with --totals or --outlook; versions and restatements have their times.");
        }
        try (OpenWorkspace workspace = open()) {
            ListBills bills = new ListBills(workspace);
            Optional<Instant> at = Optional.ofNullable(knownOn);
            Table table = switch (listing) {
                case VERSIONS -> BillTables.versions(bills.versions());
                case RESTATEMENTS -> BillTables.restatements(bills.restatements());
                case TOTALS -> BillTables.totals(bills.totals(at));
                case OUTLOOK ->
                    BillTables.outlooks(new ForecastCost(workspace).run(new CostQuery(Scope.ALL, basis, at)));
            };
            int rows = table.rows().size();
            give(console, table, output, rows == 1 ? "1 row" : rows + " rows");
            return ExitCode.DONE;
        }
    }
}
