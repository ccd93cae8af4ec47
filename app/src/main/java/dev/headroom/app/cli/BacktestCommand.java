package dev.headroom.app.cli;

import dev.headroom.app.usecase.BacktestFile;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.catalog.ModelCatalog;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "backtest",
        header = "Score models on earlier origins of the series of a file.",
        description = "Prints RMSE, MAE, MAPE, sMAPE, MASE, pinball loss and coverage by series and model.")
final class BacktestCommand extends Command {
    @Parameters(paramLabel = "SERIES.csv", description = "The series file: series_id, timestamp, value; also .gz.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path input;

    @Mixin
    private SeriesOptions series = new SeriesOptions();

    @Option(names = "--origins", paramLabel = "K", description = "How many origins at most (default: 5).")
    private int origins = 5;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            split = ",",
            description = "The models to score (default: all): auto, naive, snaive, drift, ets, theta, additive.")
    private List<String> models = ModelCatalog.NAMES;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv",
            description = "The result file (default: standard output); .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        int horizon = series.horizon().orElseThrow(() -> wrongUsage("Say how far to look ahead: --horizon N."));
        if (origins < 1) {
            throw wrongUsage("--origins (" + origins + ") must be 1 or more.");
        }
        models.forEach(this::checkModel);
        BacktestFile.Report report = new BacktestFile()
                .run(
                        new BacktestFile.Request(
                                input, new Horizon(horizon), origins, series.seasons(), models, series.seed()),
                        progress(console));
        give(
                console,
                report.table(),
                output,
                report.series() + " series, " + models.size() + " models, "
                        + report.rejects().size() + " rows rejected");
        console.rejects(report.rejects());
        return ExitCode.DONE;
    }
}
