package dev.headroom.app.cli;

import dev.headroom.app.fleet.FleetSpec;
import dev.headroom.app.fleet.GenerateReport;
import dev.headroom.app.usecase.GenerateFleet;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "generate",
        header = "Generate a synthetic fleet with metrics, inventory and bills.",
        description = "The same numbers and seed give the same files to the byte.")
final class GenerateCommand extends Command {
    @Option(names = "--servers", paramLabel = "N", description = "How many servers (default: 120).")
    private int servers = 120;

    @Option(names = "--years", paramLabel = "Y", description = "How many years of history (default: 4).")
    private int years = 4;

    @Option(names = "--seed", paramLabel = "S", description = "The seed (default: 42).")
    private long seed = 42;

    @Option(
            names = "--hourly-days",
            paramLabel = "D",
            description = "Write hourly values of the last D days only (default: all).")
    private int hourlyDays = Integer.MAX_VALUE;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day (default: 2026-11-20).")
    private LocalDate until = LocalDate.of(2026, 11, 20);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder for the files.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        FleetSpec spec;
        try {
            spec = FleetSpec.of(servers, years, seed, until).withHourlyDays(hourlyDays);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
        GenerateReport report = new GenerateFleet().run(spec, output, progress(console));
        if (common().json()) {
            console.result(json(Map.of(
                    "servers", spec.servers(),
                    "values", report.values(),
                    "billed", report.billed().toPlainString(),
                    "bytes", report.bytes(),
                    "output", output.toString())));
        } else {
            console.result(String.format(
                    Locale.ROOT,
                    "%,d servers, %,d values, billed %s USD, %d files, %.1f MB: %s",
                    spec.servers(),
                    report.values(),
                    report.billed().toPlainString(),
                    report.files().size(),
                    report.bytes() / 1e6,
                    output));
        }
        return ExitCode.DONE;
    }
}
