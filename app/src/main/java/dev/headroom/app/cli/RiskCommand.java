package dev.headroom.app.cli;

import dev.headroom.app.usecase.AssessRisk;
import dev.headroom.app.usecase.CheckReliability;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.ReliabilityRows;
import dev.headroom.app.usecase.RiskReliability;
import dev.headroom.app.usecase.RiskRequest;
import dev.headroom.app.usecase.RiskTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.evaluation.Recalibration;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "risk",
        header = "How likely does each server pass its limit, and when?",
        description = "Counts, over sample paths of the daily p95, how often the limit is passed within 30, 60 and 90 "
                + "days. With --reliability it tells, of the cells that were shown as 70 to 80 %% at earlier times, how many "
                + "really breached. Without -o the table goes to standard output.")
final class RiskCommand extends Command {
    private static final int NOTES_SHOWN = 10;

    @Option(
            names = "--limit",
            paramLabel = "PERCENT|size",
            description =
                    "The limit in percent of the capacity (default: 80), or size: small machines keep more of their "
                            + "processors free than large ones, 38 %% of 4 and 21 %% of 16, all else 20 %%.")
    private String limit = "80";

    @Option(
            names = "--hourly",
            description = "Forecast hourly readings instead of the daily p95; a single hour above the limit counts.")
    private boolean hourly;

    @Option(
            names = "--reliability",
            description = "Instead of risks, how earlier probabilities compare with what happened.")
    private boolean reliability;

    @Option(
            names = "--recalibrate",
            description = "Look back first, and correct the probabilities when they proved to be off.")
    private boolean recalibrate;

    @Option(
            names = "--origins",
            paramLabel = "N",
            description = "How many earlier times of each resource to look back to (default: 6).")
    private int origins = 6;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "RISK.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        LimitRule rule = rule();
        if (origins < 1) {
            throw wrongUsage("--origins (" + origins + ") must be 1 or more.");
        }
        if (hourly && (reliability || recalibrate)) {
            throw wrongUsage("--hourly goes with risks as counted; the look back is about the daily p95.");
        }
        try (OpenWorkspace workspace = open()) {
            Optional<RiskReliability> looked =
                    reliability || recalibrate ? lookBack(workspace, rule, console) : Optional.empty();
            if (reliability) {
                RiskReliability found = looked.orElseThrow(RiskCommand::tooShort);
                give(console, new ReliabilityRows(found.table()), output, found.sentence());
                if (output == null && !common().json()) {
                    console.message(found.sentence());
                }
            } else {
                assess(workspace, rule, looked, console);
            }
            return ExitCode.DONE;
        }
    }

    private LimitRule rule() throws UseCaseException {
        if (limit.equals("size")) {
            return new LimitRule.BySize(ForecastRequest.DEFAULT_LIMIT_PERCENT);
        }
        try {
            double percent = Double.parseDouble(limit);
            if (percent > 0 && percent <= 100) {
                return new LimitRule.Flat(percent);
            }
        } catch (NumberFormatException e) {
            // The message below says what is wanted.
        }
        throw wrongUsage("--limit (" + limit + ") must be above 0 and at most 100, or the word size.");
    }

    private Optional<RiskReliability> lookBack(OpenWorkspace workspace, LimitRule rule, Console console)
            throws UseCaseException {
        return new CheckReliability(workspace, Shapes.known(workspace)).run(rule, origins, progress(console));
    }

    private static UseCaseException tooShort() {
        return new UseCaseException(
                UseCaseException.Kind.NO_DATA,
                "HR-3180",
                "No series is long enough to look back at an earlier forecast; 60 days are needed.");
    }

    private void assess(OpenWorkspace workspace, LimitRule rule, Optional<RiskReliability> looked, Console console)
            throws UseCaseException {
        RiskRequest request = new RiskRequest(
                rule,
                hourly ? RiskRequest.Readings.HOURLY : RiskRequest.Readings.DAILY_P95,
                looked.map(RiskReliability::correction).orElse(Recalibration.NONE));
        FleetRisk risk = new AssessRisk(workspace, Shapes.known(workspace)).run(request, progress(console));
        String words = rule instanceof LimitRule.Flat(double percent)
                ? BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + " %"
                : "the limit of their size";
        give(
                console,
                common().json() ? RiskTable.detailed(risk) : new RiskTable(risk),
                output,
                risk.risks().size() + " resources assessed, " + risk.serversAtRisk(90, 0.5) + " servers likely to pass "
                        + words + " within 90 days");
        looked.ifPresent(found -> console.message("Looked back: " + found.sentence()));
        if (recalibrate && looked.isEmpty()) {
            console.message("No series is long enough to look back; probabilities are as counted");
        }
        risk.unknown().stream()
                .collect(Collectors.groupingBy(FleetRisk.Unknown::reason, LinkedHashMap::new, Collectors.counting()))
                .forEach((reason, count) -> console.message(count + " resources are unknown: " + reason));
        risk.notes().stream()
                .limit(NOTES_SHOWN)
                .forEach(note -> console.message(note.server() + " " + note.metric() + ": " + note.words()));
        if (risk.notes().size() > NOTES_SHOWN) {
            console.message((risk.notes().size() - NOTES_SHOWN) + " more resources have such a history");
        }
    }
}
