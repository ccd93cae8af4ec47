package dev.headroom.app.cli;

import dev.headroom.app.usecase.DemoResult;
import dev.headroom.app.usecase.RunDemo;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "demo",
        header = "Run the main job on the generated sample fleet.",
        description = "Imports the sample data into a demo workspace, forecasts it, and writes tables, charts and a "
                + "report. Opens the window at the end when there is a display.")
final class DemoCommand extends Command {
    private final RunDemo demo;
    private final Consumer<Path> window;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder for the results (default: out/demo).")
    private Path output = Path.of("out", "demo");

    @Option(names = "--sample-data", paramLabel = "DIR", hidden = true)
    private Path sampleData = Path.of(System.getProperty("headroom.home", "."), "sample-data");

    DemoCommand(RunDemo demo, Consumer<Path> window) {
        this.demo = demo;
        this.window = window;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        long start = System.nanoTime();
        DemoResult result = demo.run(sampleData, output, progress(console));
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        if (common().json()) {
            console.result(json(DemoSummary.tree(result, output)));
        } else {
            DemoSummary.lines(result, output).forEach(console::result);
            console.result(String.format(Locale.ROOT, "Done in %.1f s.", seconds));
            window.accept(output.resolve("workspace"));
        }
        return ExitCode.DONE;
    }
}
