package dev.headroom.app.cli;

import dev.headroom.app.usecase.ArchetypeTable;
import dev.headroom.app.usecase.CorrelationTable;
import dev.headroom.app.usecase.CostDimension;
import dev.headroom.app.usecase.CostPivot;
import dev.headroom.app.usecase.DecompositionTable;
import dev.headroom.app.usecase.DistributionTable;
import dev.headroom.app.usecase.ExploreFleet;
import dev.headroom.app.usecase.ExploreSeries;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PivotCost;
import dev.headroom.app.usecase.PivotTable;
import dev.headroom.app.usecase.ProfileTable;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.SeriesHistory;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.explore.CorrelationMatrix;
import dev.headroom.engine.quantity.ResourceKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "explore",
        header = "Look at series and bills before anything is forecast.",
        description =
                "Seasons, correlations, distribution and parts of the series of a workspace, its archetypes, or its"
                        + " cost by any two dimensions. Without -o the table goes to standard output.")
final class ExploreCommand extends Command {
    enum View {
        PROFILE,
        CORRELATION,
        DISTRIBUTION,
        DECOMPOSITION,
        ARCHETYPES,
        PIVOT
    }

    @Parameters(
            paramLabel = "SERIES",
            arity = "0..*",
            description = "Servers, or servers and metrics such as db-1/cpu (default: all).")
    private List<String> series = List.of();

    @Option(names = "--server", paramLabel = "ID", description = "A server; the same as naming it as a series.")
    private @Nullable String server;

    @Option(
            names = "--view",
            paramLabel = "NAME",
            required = true,
            description = "profile, correlation, distribution, decomposition, archetypes or pivot.")
    private View view = View.PROFILE;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "For archetypes, and correlation without series: cpu, memory, disk_io or network"
                    + " (default: cpu).")
    private String metric = ResourceKind.CPU.metric();

    @Option(
            names = "--rows",
            paramLabel = "DIM",
            description = "For pivot: provider, account, service, region, resource, category, tag:KEY or month"
                    + " (default: service).")
    private String rows = "service";

    @Option(names = "--columns", paramLabel = "DIM", description = "For pivot, likewise (default: month).")
    private String columns = "month";

    @Option(
            names = "--basis",
            paramLabel = "NAME",
            description = "For pivot: billed, effective, list or contracted (default: effective).")
    private CostBasis basis = CostBasis.EFFECTIVE;

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            converter = KnownOnConverter.class,
            description = "For pivot: the bills as they were known at this time; a day is its end in UTC.")
    private @Nullable Instant knownOn;

    @Mixin
    private CurrencyOption currency = new CurrencyOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "EXPLORE.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        List<String> named =
                Stream.concat(series.stream(), Stream.ofNullable(server)).toList();
        ResourceKind kind = ResourceKind.ofMetric(metric)
                .orElseThrow(() -> wrongUsage("--metric (" + metric + ") must be cpu, memory, disk_io or network."));
        CostDimension down = dimension("--rows", rows);
        CostDimension across = dimension("--columns", columns);
        if (!named.isEmpty() && (view == View.ARCHETYPES || view == View.PIVOT)) {
            throw wrongUsage("This view is of everything; leave out " + String.join(", ", named) + ".");
        }
        if (view != View.PIVOT && (knownOn != null || currency.isGiven())) {
            throw wrongUsage("--as-known-on and --in go with --view pivot; series are kept without versions and have no"
                    + " currency.");
        }
        try (OpenWorkspace workspace = open()) {
            switch (view) {
                case PROFILE -> {
                    List<SeriesHistory> read = histories(workspace, named, progress(console));
                    give(console, new ProfileTable(read), output, "Seasons of " + count(read.size()));
                }
                case DISTRIBUTION -> {
                    List<SeriesHistory> read = histories(workspace, named, progress(console));
                    give(console, new DistributionTable(read), output, "Distributions of " + count(read.size()));
                }
                case DECOMPOSITION -> {
                    List<SeriesHistory> read = histories(workspace, named, progress(console));
                    give(console, new DecompositionTable(read), output, "Parts of " + count(read.size()));
                    tooShort(read, console);
                }
                case CORRELATION -> {
                    CorrelationMatrix matrix = correlation(workspace, named, kind, progress(console));
                    give(
                            console,
                            new CorrelationTable(matrix),
                            output,
                            "Correlations of " + count(matrix.series().size()));
                }
                case ARCHETYPES -> {
                    FleetExploration fleet =
                            new ExploreFleet(workspace, Shapes.known(workspace)).run(kind, progress(console));
                    give(
                            console,
                            new ArchetypeTable(fleet),
                            output,
                            fleet.archetypes().size() + " archetypes");
                }
                case PIVOT ->
                    pivot(
                            console,
                            workspace,
                            new PivotCost.Query(
                                    Scope.ALL, basis, down, across, Optional.ofNullable(knownOn), currency.into(this)));
            }
            return ExitCode.DONE;
        }
    }

    private CostDimension dimension(String option, String word) {
        return CostDimension.parse(word)
                .orElseThrow(() -> wrongUsage(
                        option + " (" + word + ") must be one of " + String.join(", ", CostDimension.words()) + "."));
    }

    private static String count(int size) {
        return size == 1 ? "1 series" : size + " series";
    }

    private static List<SeriesHistory> histories(OpenWorkspace workspace, List<String> named, Progress progress)
            throws UseCaseException {
        ExploreSeries explore = new ExploreSeries(workspace, Shapes.known(workspace));
        List<ExploreSeries.Request> requests = explore.find(named);
        List<SeriesHistory> read = new ArrayList<>();
        for (ExploreSeries.Request request : requests) {
            progress.report("Reading the series", read.size(), requests.size());
            read.add(explore.run(request));
        }
        return read;
    }

    /// Of the named series, else of the archetypes.
    private static CorrelationMatrix correlation(
            OpenWorkspace workspace, List<String> named, ResourceKind kind, Progress progress) throws UseCaseException {
        if (named.isEmpty()) {
            return new ExploreFleet(workspace, Shapes.known(workspace))
                    .run(kind, progress)
                    .correlation();
        }
        List<SeriesHistory> read = histories(workspace, named, progress);
        return CorrelationMatrix.of(
                read.stream().map(history -> history.request().name()).toList(),
                read.stream().map(SeriesHistory::days).toList());
    }

    private static void tooShort(List<SeriesHistory> read, Console console) {
        String names = read.stream()
                .filter(history -> history.days().length() <= 2 * 7)
                .map(history -> history.request().name())
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            console.message("Two weeks or less are too short for a season: " + names);
        }
    }

    private void pivot(Console console, OpenWorkspace workspace, PivotCost.Query query) throws UseCaseException {
        List<CostPivot> pivots = new PivotCost(workspace).run(query);
        String sums = pivots.stream()
                .map(pivot -> pivot.total().sum().toPlainString() + " " + pivot.currency())
                .collect(Collectors.joining(", "));
        give(console, new PivotTable(pivots), output, pivots.isEmpty() ? "No charges" : "Cost of " + sums);
        long unknown =
                pivots.stream().mapToLong(pivot -> pivot.total().unknown()).sum();
        if (unknown > 0) {
            console.message(unknown + " charges do not give the " + basis.name().toLowerCase(Locale.ROOT)
                    + " cost and are not in the sums.");
        }
    }
}
