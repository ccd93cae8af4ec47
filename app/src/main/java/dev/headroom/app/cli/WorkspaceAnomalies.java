package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalySelection;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.cost.CostBasis;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The options that choose anomalies of the workspace.
final class WorkspaceAnomalies {
    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Only episodes that last to this day or began after it (default: 90 days before the end of"
                    + " the data).")
    private @Nullable String since;

    @Option(
            names = "--severity",
            paramLabel = "LEAST",
            defaultValue = "medium",
            description = "low, medium, high or critical (default: ${DEFAULT-VALUE}): the least urgent that is listed.")
    private String severity = "medium";

    @Option(
            names = "--series",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "all, cost or metrics (default: ${DEFAULT-VALUE}).")
    private String series = "all";

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            defaultValue = "effective",
            description = "Which cost: effective or billed (default: ${DEFAULT-VALUE}).")
    private String basis = "effective";

    WatchAnomalies.Request request(
            Sensitivity sensitivity, Function<String, CommandLine.ParameterException> wrongUsage) {
        CostBasis cost = word(CostBasis.class, "--basis", basis, wrongUsage);
        if (cost != CostBasis.EFFECTIVE && cost != CostBasis.BILLED) {
            throw wrongUsage.apply("--basis is effective or billed, not " + basis + ".");
        }
        return new WatchAnomalies.Request(
                cost, sensitivity, word(WatchAnomalies.Series.class, "--series", series, wrongUsage));
    }

    AnomalySelection selection(FleetAnomalies all, Function<String, CommandLine.ParameterException> wrongUsage) {
        Urgency least = word(Urgency.class, "--severity", severity, wrongUsage);
        LocalDate usual = AnomalySelection.usualSince(all);
        try {
            return new AnomalySelection(since == null ? usual : LocalDate.parse(since), least);
        } catch (DateTimeParseException notDate) {
            throw wrongUsage.apply("--since is a day such as 2026-11-01, not " + since + ".");
        }
    }

    static <E extends Enum<E>> E word(
            Class<E> type, String option, String text, Function<String, CommandLine.ParameterException> wrongUsage) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrongUsage.apply(option + " is "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ", not " + text + "."));
    }
}
