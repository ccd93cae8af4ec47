package dev.headroom.app.cli;

import dev.headroom.app.usecase.CompareVersions;
import dev.headroom.app.usecase.ModelSummary;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "compare",
        header = "Two versions beside each other, and whether they differ by more than chance.",
        description = "Scores both models again at the same origins of the present data.")
final class ModelsCompareCommand extends Command {
    @Parameters(index = "0", paramLabel = "SERIES", description = "Such as db-1/cpu.")
    private String series = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "The one version.")
    private int first;

    @Parameters(index = "2", paramLabel = "VERSION", description = "The other one.")
    private int second;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            CompareVersions.Result result =
                    new CompareVersions(workspace, Shapes.known(workspace)).run(series, first, second);
            if (common().json()) {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("series", series);
                tree.put("first", tree(result.first(), result.firstNow()));
                tree.put("second", tree(result.second(), result.secondNow()));
                tree.put("standing_of_the_worse", result.standing().verdict().code());
                result.standing().pValue().ifPresent(p -> tree.put("p_value", p));
                tree.put("sentence", result.sentence());
                console.result(json(tree));
            } else {
                console.result(line(result.first(), result.first().metrics(), "when it was trained"));
                console.result(line(result.first(), result.firstNow(), "on the present data"));
                console.result(line(result.second(), result.second().metrics(), "when it was trained"));
                console.result(line(result.second(), result.secondNow(), "on the present data"));
                console.result(result.sentence());
            }
            return ExitCode.DONE;
        }
    }

    private static String line(ModelSummary model, ModelSummary.Metrics metrics, String when) {
        return "version " + model.version() + " (" + model.model() + ", " + model.state() + ") " + when + ": MASE "
                + ModelText.number(metrics.mase()) + ", sMAPE " + ModelText.number(metrics.smape()) + ", RMSE "
                + ModelText.number(metrics.rmse()) + ", pinball " + ModelText.number(metrics.pinball()) + ", 80 % band "
                + ModelText.percent(metrics.coverage80()) + ", 95 % band " + ModelText.percent(metrics.coverage95())
                + ", " + metrics.origins() + " origins";
    }

    private static Map<String, Object> tree(ModelSummary model, ModelSummary.Metrics now) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", model.version());
        tree.put("state", model.state());
        tree.put("model", model.model());
        tree.put("spec", model.spec());
        tree.put("trained", metrics(model.metrics()));
        tree.put("present", metrics(now));
        return tree;
    }

    private static Map<String, Object> metrics(ModelSummary.Metrics metrics) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("origins", metrics.origins());
        put(tree, "mase", metrics.mase());
        put(tree, "smape", metrics.smape());
        put(tree, "rmse", metrics.rmse());
        put(tree, "pinball", metrics.pinball());
        put(tree, "coverage80", metrics.coverage80());
        put(tree, "coverage95", metrics.coverage95());
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, double value) {
        if (!Double.isNaN(value)) {
            tree.put(name, value);
        }
    }
}
