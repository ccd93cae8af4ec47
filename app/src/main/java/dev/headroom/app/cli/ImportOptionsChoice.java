package dev.headroom.app.cli;

import dev.headroom.app.usecase.ImportRequest;
import dev.headroom.app.usecase.ImportRequest.KubernetesCost;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Statistic;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options of `import` that say what a file leaves open.
final class ImportOptionsChoice {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency of amounts that name none, such as those of OpenCost.")
    private @Nullable String currency;

    @Option(
            names = "--unit",
            paramLabel = "METRIC=UNIT",
            description =
                    "The unit of a metric, such as cpu=ratio, net_in=KiB/s or NetworkIn=bytes/5min. May be repeated.")
    private Map<String, String> units = new LinkedHashMap<>();

    @Option(
            names = "--statistic",
            paramLabel = "NAME",
            description = "How the readings of a period became one value, where the file does not say: mean, max, p95, "
                    + "min, sum or last.")
    private @Nullable String statistic;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "What values measure that name no metric, such as cpu: results of PromQL expressions.")
    private @Nullable String metric;

    @Option(names = "--resource", paramLabel = "ID", description = "The server of values that name none.")
    private @Nullable String resource;

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "The --metric-data-queries of a CloudWatch answer (else NAME-queries.json beside NAME.json).")
    private @Nullable Path queries;

    @Option(names = "--own-cost", description = "Kubernetes cost is on no provider's bill: count it as billed.")
    private boolean ownCost;

    ImportRequest request(List<Path> paths) {
        Map<String, String> lower = new LinkedHashMap<>();
        units.forEach((name, unit) -> lower.put(name.strip().toLowerCase(Locale.ROOT), unit.strip()));
        return new ImportRequest(
                paths,
                currency(),
                lower,
                statistic(),
                Optional.ofNullable(metric),
                Optional.ofNullable(resource),
                Optional.ofNullable(queries),
                ownCost ? KubernetesCost.ON_NO_BILL : KubernetesCost.ON_A_BILL);
    }

    private Optional<CurrencyCode> currency() {
        try {
            return Optional.ofNullable(currency)
                    .map(code -> new CurrencyCode(code.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException invalid) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--currency (" + currency + ") must be a code such as USD.");
        }
    }

    private Optional<Statistic> statistic() {
        if (statistic == null) {
            return Optional.empty();
        }
        return Optional.of(Statistic.ofCode(statistic.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "--statistic (" + statistic + ") must be mean, max, p95, min, sum or last.")));
    }
}
