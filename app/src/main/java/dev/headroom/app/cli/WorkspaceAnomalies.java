package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalySelection;
import dev.headroom.app.usecase.AnomalyStanding;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Urgency;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that find and choose anomalies of the workspace.
final class WorkspaceAnomalies {
    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Only episodes that last to this day or began after it (default: 90 days before the end of"
                    + " the data; for send 7 days).")
    private @Nullable String since;

    @Option(
            names = "--severity",
            paramLabel = "LEAST",
            defaultValue = "medium",
            description = "low, medium, high or critical (default: ${DEFAULT-VALUE}): the least urgent that is listed.")
    private String severity = "medium";

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "open, acknowledged, expected, suppressed, past (default: all of them).")
    private List<String> statuses = List.of();

    @Option(
            names = "--series",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "all, cost or metrics (default: ${DEFAULT-VALUE}).")
    private String series = "all";

    @Mixin
    private DetectionChoice detection = new DetectionChoice();

    Sensitivity sensitivity(Function<String, CommandLine.ParameterException> wrongUsage) {
        return detection.sensitivity(wrongUsage);
    }

    WatchAnomalies.Request request(Function<String, CommandLine.ParameterException> wrongUsage) {
        return detection.request(word(WatchAnomalies.Series.class, "--series", series, wrongUsage), wrongUsage);
    }

    /// @param days how many days before the end of the data the selection begins, without --since
    AnomalySelection selection(
            FleetAnomalies all, int days, Function<String, CommandLine.ParameterException> wrongUsage) {
        Urgency least = word(Urgency.class, "--severity", severity, wrongUsage);
        LocalDate usual = all.since(days);
        try {
            return new AnomalySelection(since == null ? usual : LocalDate.parse(since), least, statuses(wrongUsage));
        } catch (DateTimeParseException notDate) {
            throw wrongUsage.apply("--since is a day such as 2026-11-01, not " + since + ".");
        }
    }

    private Set<AnomalyStanding.Status> statuses(Function<String, CommandLine.ParameterException> wrongUsage) {
        if (statuses.isEmpty()) {
            return EnumSet.allOf(AnomalyStanding.Status.class);
        }
        Set<AnomalyStanding.Status> chosen = EnumSet.noneOf(AnomalyStanding.Status.class);
        statuses.forEach(status -> chosen.add(word(AnomalyStanding.Status.class, "--status", status, wrongUsage)));
        return chosen;
    }

    static <E extends Enum<E>> E word(
            Class<E> type, String option, String text, Function<String, CommandLine.ParameterException> wrongUsage) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrongUsage.apply(option + " is " + either(type) + ", not " + text + "."));
    }

    /// Such as `low, standard or high`.
    private static <E extends Enum<E>> String either(Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .toList();
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
