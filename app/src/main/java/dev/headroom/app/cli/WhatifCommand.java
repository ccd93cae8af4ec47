package dev.headroom.app.cli;

import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.GroundRequest;
import dev.headroom.app.usecase.KeepScenarios;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PrepareScenarios;
import dev.headroom.app.usecase.RunScenarios;
import dev.headroom.app.usecase.ScenarioFiles;
import dev.headroom.app.usecase.ScenarioGround;
import dev.headroom.app.usecase.ScenarioTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WhatifTable;
import dev.headroom.app.usecase.WhatifWords;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.scenario.Outcome;
import dev.headroom.engine.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "whatif",
        header = "What do dated events do to utilization, breach dates and cost?",
        description = "Applies the events of a scenario file to the forecasts of the workspace: baseline, scenario and "
                + "difference of each resource and of the cost. Several scenarios are compared on the same futures, or "
                + "stacked into one with --stack. Without -o the table goes to standard output.")
final class WhatifCommand extends Command {
    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description =
                    "Scenario files, as docs/scenarios.md describes them, or names of saved scenarios, with @VERSION for"
                            + " an earlier version.")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Option(names = "--stack", description = "Apply the events of all scenarios together, by date.")
    private boolean stack;

    @Option(names = "--save", description = "Save the scenario in the workspace, as the next version of its name.")
    private boolean save;

    @Option(names = "--list", description = "List the saved scenarios.")
    private boolean list;

    @Option(names = "--days", paramLabel = "N", description = "How far ahead, 1 to 366 days (default: 182).")
    private int days = GroundRequest.DEFAULT_DAYS;

    @Option(
            names = "--limit",
            paramLabel = "PERCENT",
            description = "The limit in percent of the capacity (default: 80).")
    private double limit = ForecastRequest.DEFAULT_LIMIT_PERCENT;

    private final Clock clock;

    WhatifCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (!(limit > 0 && limit <= 100)) {
            throw wrongUsage("--limit (" + limit + ") must be above 0 and at most 100.");
        }
        if (days < 1 || days > GroundRequest.MOST_DAYS) {
            throw wrongUsage("--days (" + days + ") must be 1 to " + GroundRequest.MOST_DAYS + ".");
        }
        if (!list && scenarios.isEmpty()) {
            throw wrongUsage("Missing required parameter: 'SCENARIO'; give scenario files or saved names, or --list.");
        }
        if (list && (save || stack || !scenarios.isEmpty())) {
            throw wrongUsage("--list goes alone.");
        }
        try (OpenWorkspace workspace = open()) {
            KeepScenarios kept = new KeepScenarios(workspace, clock);
            if (list) {
                List<KeepScenarios.Kept> all = kept.latest();
                give(console, new ScenarioTable(all), output, all.size() + " scenarios");
                return ExitCode.DONE;
            }
            List<Scenario> given = new ArrayList<>();
            for (String one : scenarios) {
                given.add(
                        Files.exists(Path.of(one)) || one.endsWith(".json")
                                ? ScenarioFiles.read(Path.of(one))
                                : kept.find(one));
            }
            compute(console, workspace, kept, stack ? List.of(Scenario.stacked(given)) : given);
            return ExitCode.DONE;
        }
    }

    private void compute(Console console, OpenWorkspace workspace, KeepScenarios kept, List<Scenario> asked)
            throws UseCaseException {
        ShapeCatalog shapes = Shapes.known(workspace);
        GroundRequest request = GroundRequest.of(asked).ahead(days).against(limit);
        ScenarioGround ground = new PrepareScenarios(workspace, shapes).run(request, progress(console));
        RunScenarios runs = new RunScenarios(ground, shapes);
        List<Outcome> outcomes = asked.stream().map(runs::run).toList();
        WhatifWords words = new WhatifWords(ground);
        give(console, new WhatifTable(ground, outcomes), output, words.sentence(outcomes.getFirst()));
        for (Outcome outcome : outcomes) {
            words.notes(outcome).forEach(console::message);
            words.order(outcome, runs.effects(outcome.scenario())).forEach(console::message);
            if (save) {
                Scenario saved = kept.save(outcome.scenario());
                console.message("Saved " + saved.name() + ", version " + saved.version());
            }
        }
    }
}
