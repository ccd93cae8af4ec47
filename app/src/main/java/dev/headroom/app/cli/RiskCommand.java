package dev.headroom.app.cli;

import dev.headroom.app.usecase.AssessRisk;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RiskTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "risk",
        header = "How likely does each server pass its limit, and when?",
        description = "Counts, over sample paths of the daily p95, how often the limit is passed within 30, 60 and 90 "
                + "days. Without -o the table goes to standard output.")
final class RiskCommand extends Command {
    private static final int NOTES_SHOWN = 10;

    @Option(
            names = "--limit",
            paramLabel = "PERCENT",
            description = "The limit in percent of the capacity (default: 80).")
    private double limit = ForecastRequest.DEFAULT_LIMIT_PERCENT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "RISK.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (!(limit > 0 && limit <= 100)) {
            throw wrongUsage("--limit (" + limit + ") must be above 0 and at most 100.");
        }
        try (OpenWorkspace workspace = open()) {
            FleetRisk risk = new AssessRisk(workspace, Shapes.shipped()).run(limit, progress(console));
            give(
                    console,
                    new RiskTable(risk),
                    output,
                    risk.risks().size() + " resources assessed, " + risk.serversAtRisk(90, 0.5)
                            + " servers likely to pass "
                            + BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString() + " % within 90 days");
            risk.unknown().stream()
                    .collect(
                            Collectors.groupingBy(FleetRisk.Unknown::reason, LinkedHashMap::new, Collectors.counting()))
                    .forEach((reason, count) -> console.message(count + " resources are unknown: " + reason));
            risk.notes().stream()
                    .limit(NOTES_SHOWN)
                    .forEach(note -> console.message(note.server() + " " + note.metric() + ": " + note.words()));
            if (risk.notes().size() > NOTES_SHOWN) {
                console.message((risk.notes().size() - NOTES_SHOWN) + " more resources have such a history");
            }
            return ExitCode.DONE;
        }
    }
}
