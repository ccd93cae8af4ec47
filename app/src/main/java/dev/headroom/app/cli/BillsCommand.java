package dev.headroom.app.cli;

import dev.headroom.app.usecase.BillTables;
import dev.headroom.app.usecase.CheckTable;
import dev.headroom.app.usecase.CompareDatasets;
import dev.headroom.app.usecase.ConvertTotals;
import dev.headroom.app.usecase.ConvertedTotalTable;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.DatasetTable;
import dev.headroom.app.usecase.FleetCost;
import dev.headroom.app.usecase.ForecastCost;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.app.usecase.ListRates;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RatesUsed;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.Table;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.cost.CostBasis;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "bills",
        header = "The versions of the bills, what was restated, and totals as they were known.",
        description = {
            "Lists what each file said of each month's bill of each billing account: which version holds, which was "
                    + "replaced and when.",
            "--as-known-on rebuilds totals and outlook from the versions that were known then.",
            "When several kinds of bills (FOCUS, CUR, a provider's export) tell the same month of the same account, one "
                    + "counts: --datasets compares them, --lead chooses."
        })
final class BillsCommand extends Command {
    private static final int SHOWN_BILLS = 3;
    private final Clock clock;

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

    @Mixin
    private BillSelection bills = new BillSelection();

    @Mixin
    private CurrencyOption currency = new CurrencyOption();

    BillsCommand(Clock clock) {
        this.clock = clock;
    }

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
                names = "--reconciliations",
                description =
                        "The last comparison of each month with an invoice: the difference, its parts, and whether the "
                                + "bills have changed since.")
        private boolean reconciliations;

        @Option(
                names = "--outlook",
                description = "What the running month is expected to cost, with an 80 %% interval, by currency.")
        private boolean outlook;

        @Option(
                names = "--datasets",
                description =
                        "Bills that several kinds of bills tell, with rows and totals of each and which one counts.")
        private boolean datasets;

        @Option(names = "--rates", description = "The currency rates that were imported, by pair.")
        private boolean rates;

        @Option(
                names = "--lead",
                paramLabel = "KIND",
                description =
                        "Let this kind (focus, cur-2.0, cur-legacy, azure, gcp, ...) count where several tell a bill; "
                                + "auto lets the rule decide. Without --month for all months of the accounts, later ones too.")
        private @Nullable String lead;
    }

    private enum Listing {
        VERSIONS,
        RESTATEMENTS,
        TOTALS,
        RECONCILIATIONS,
        OUTLOOK,
        DATASETS,
        LEAD,
        RATES
    }

    private Listing listing() {
        if (what == null) {
            return Listing.VERSIONS;
        }
        if (what.lead != null) {
            return Listing.LEAD;
        }
        if (what.datasets) {
            return Listing.DATASETS;
        }
        if (what.rates) {
            return Listing.RATES;
        }
        if (what.reconciliations) {
            return Listing.RECONCILIATIONS;
        }
        return what.restatements ? Listing.RESTATEMENTS : what.totals ? Listing.TOTALS : Listing.OUTLOOK;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        Listing listing = listing();
        check(listing);
        try (OpenWorkspace workspace = open()) {
            ListBills list = new ListBills(workspace);
            CompareDatasets datasets = new CompareDatasets(workspace);
            Optional<Instant> at = Optional.ofNullable(knownOn);
            Table table = switch (listing) {
                case VERSIONS -> BillTables.versions(list.versions());
                case RESTATEMENTS -> BillTables.restatements(list.restatements());
                case TOTALS -> currency.isGiven() ? converted(console, workspace) : BillTables.totals(list.totals(at));
                case OUTLOOK -> outlook(console, workspace);
                case RECONCILIATIONS -> new CheckTable(new ReconcileBill(workspace, clock).kept());
                case RATES -> new ListRates(workspace).run();
                case DATASETS -> new DatasetTable(datasets.list(bills.selection()));
                case LEAD -> lead(console, datasets);
            };
            if (listing == Listing.VERSIONS || listing == Listing.TOTALS || listing == Listing.OUTLOOK) {
                contested(console, datasets.sentences(at));
            }
            int rows = table.rows().size();
            give(console, table, output, rows == 1 ? "1 row" : rows + " rows");
            return ExitCode.DONE;
        }
    }

    private void check(Listing listing) {
        if (knownOn != null && listing != Listing.TOTALS && listing != Listing.OUTLOOK) {
            throw wrongUsage(
                    "--as-known-on goes with --totals or --outlook; versions and restatements have their times.");
        }
        if (currency.isGiven() && listing != Listing.TOTALS && listing != Listing.OUTLOOK) {
            throw wrongUsage("--in goes with --totals or --outlook.");
        }
        if (bills.isGiven() && listing != Listing.DATASETS && listing != Listing.LEAD) {
            throw wrongUsage("--month, --provider and --billing-account go with --datasets or --lead.");
        }
    }

    private Table converted(Console console, OpenWorkspace workspace) throws UseCaseException {
        List<ConvertTotals.Total> totals =
                new ConvertTotals(workspace).run(currency.into(this).orElseThrow(), Optional.ofNullable(knownOn));
        rates(
                console,
                RatesUsed.all(totals.stream().map(ConvertTotals.Total::rates).toList()));
        return new ConvertedTotalTable(totals);
    }

    private Table outlook(Console console, OpenWorkspace workspace) throws UseCaseException {
        FleetCost cost = new ForecastCost(workspace)
                .run(new CostQuery(Scope.ALL, basis, Optional.ofNullable(knownOn), currency.into(this)));
        rates(console, cost.rates());
        return BillTables.outlooks(cost);
    }

    private void rates(Console console, List<RatesUsed> rates) {
        if (!common().quiet()) {
            rates.forEach(used -> console.message(used.sentence()));
        }
    }

    private Table lead(Console console, CompareDatasets datasets) throws UseCaseException {
        String kind = what == null || what.lead == null ? "" : what.lead;
        int concerned = datasets.lead(kind, bills.selection(), Clock.systemUTC());
        console.message((concerned == 1 ? "1 bill" : concerned + " bills") + " concerned.");
        return new DatasetTable(datasets.list(bills.selection()));
    }

    private void contested(Console console, List<String> sentences) {
        if (!common().quiet()) {
            sentences.stream().limit(SHOWN_BILLS).forEach(console::message);
            if (sentences.size() > SHOWN_BILLS) {
                console.message("and " + (sentences.size() - SHOWN_BILLS) + " more bills; see bills --datasets");
            }
        }
    }
}
