package dev.headroom.app.cli;

import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.cost.CostBasis;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// How anomalies of the workspace are found.
final class DetectionChoice {
    @Option(
            names = "--sensitivity",
            paramLabel = "HOW",
            defaultValue = "standard",
            description = "low, standard or high (default: ${DEFAULT-VALUE}): how easily it alerts.")
    private String sensitivity = "standard";

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            defaultValue = "effective",
            description = "Which cost: effective or billed (default: ${DEFAULT-VALUE}).")
    private String basis = "effective";

    Sensitivity sensitivity(Function<String, CommandLine.ParameterException> wrongUsage) {
        return WorkspaceAnomalies.word(Sensitivity.class, "--sensitivity", sensitivity, wrongUsage);
    }

    WatchAnomalies.Request request(
            WatchAnomalies.Series series, Function<String, CommandLine.ParameterException> wrongUsage) {
        CostBasis cost = WorkspaceAnomalies.word(CostBasis.class, "--basis", basis, wrongUsage);
        if (cost != CostBasis.EFFECTIVE && cost != CostBasis.BILLED) {
            throw wrongUsage.apply("--basis is effective or billed, not " + basis + ".");
        }
        return new WatchAnomalies.Request(cost, sensitivity(wrongUsage), series);
    }
}
