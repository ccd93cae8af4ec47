package dev.headroom.app.cli;

import dev.headroom.app.usecase.AwsAdvice;
import dev.headroom.app.usecase.AwsAdviceTable;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.ForecastCost;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RightsizeFleet;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.ScoreRivals;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.cost.CostBasis;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "advice",
        header = "What AWS itself said at the last pull, beside what Headroom says.",
        description =
                "Kept by headroom pull aws --what recommendations; AWS is not asked here. Without -o the table goes"
                        + " to standard output.")
final class PullAdviceCommand extends Command {
    private enum View {
        ALL,
        SIZES,
        BUDGETS,
        COMMITMENTS,
        FORECASTS
    }

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description = "all (in words), sizes (Compute Optimizer and Cost Explorer beside rightsize), budgets,"
                    + " commitments, or forecasts (their daily cost forecasts and ours, scored on what came)"
                    + " (default: all).")
    private View view = View.ALL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    private final Clock clock;

    PullAdviceCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            AwsAdviceTable table = table(console, workspace);
            give(console, table, output, table.rows().size() + " rows");
            return ExitCode.DONE;
        }
    }

    private AwsAdviceTable table(Console console, OpenWorkspace workspace) throws UseCaseException {
        AwsAdvice advice = new AwsAdvice(workspace);
        return switch (view) {
            case ALL -> AwsAdviceTable.of(advice.all());
            case SIZES ->
                AwsAdviceTable.sizes(advice.sizes(
                        new RightsizeFleet(workspace, Shapes.known(workspace), clock).run(progress(console))));
            case BUDGETS ->
                AwsAdviceTable.budgets(
                        advice.budgets(new ForecastCost(workspace).run(new CostQuery(Scope.ALL, CostBasis.BILLED))));
            case COMMITMENTS -> AwsAdviceTable.commitments(advice.commitments());
            case FORECASTS -> AwsAdviceTable.forecasts(new ScoreRivals(workspace).run());
        };
    }
}
