package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.model.catalog.PooledCatalog;
import dev.headroom.engine.series.Sufficiency;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.series.SeriesFile;
import dev.headroom.storage.source.series.SeriesFileReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Forecasts every series of a file and writes one row a series and step.
public final class ForecastFile {
    /// What to forecast and where to.
    ///
    /// @param seasons empty to take the usual seasons of the file's step
    /// @param levels interval levels in percent, such as 80 and 95
    /// @param model a model name as [ModelCatalog#parse] knows them
    /// @param told what an additive model is told beyond its name
    public record Request(
            Path input,
            Horizon horizon,
            Optional<SeasonLengths> seasons,
            List<Integer> levels,
            String model,
            long seed,
            Path output,
            Optional<AdditiveRequest> told) {
        public Request(
                Path input,
                Horizon horizon,
                Optional<SeasonLengths> seasons,
                List<Integer> levels,
                String model,
                long seed,
                Path output) {
            this(input, horizon, seasons, levels, model, seed, output, Optional.empty());
        }

        public Request {
            levels = levels.stream().sorted().distinct().toList();
            for (int level : levels) {
                if (level < 1 || level > 99) {
                    throw new IllegalArgumentException("level (" + level + ") must lie between 1 and 99.");
                }
            }
        }
    }

    /// What was forecast.
    ///
    /// @param skipped series that could not be forecast, each with its reason
    /// @param doubtful series whose history is weak or too little for the horizon
    public record Report(int series, int forecasts, List<Reject> rejects, List<Problem> skipped, List<Doubt> doubtful) {
        public Report {
            doubtful = List.copyOf(doubtful);
            rejects = List.copyOf(rejects);
            skipped = List.copyOf(skipped);
        }
    }

    /// A series whose history is not enough for its forecast, and why.
    public record Doubt(String series, Sufficiency sufficiency) {
        static Optional<Doubt> of(String name, TimeSeries series, int horizon, SeasonLengths seasons, Instant asOf) {
            int longest = seasons.isEmpty() ? 1 : seasons.values().getLast();
            return Optional.of(new Doubt(name, Sufficiency.of(series, horizon, longest, asOf)))
                    .filter(doubt -> doubt.sufficiency().verdict() != Sufficiency.Verdict.ENOUGH);
        }
    }

    private final Threads threads;

    /// Uses all processors.
    public ForecastFile() {
        this(Threads.all());
    }

    public ForecastFile(Threads threads) {
        this.threads = threads;
    }

    /// @throws UseCaseException of kind INPUT when no series can be read, of kind USAGE for an unknown model
    public Report run(Request request, Progress progress) throws UseCaseException {
        SeriesFile file = read(request.input());
        Optional<AdditiveColumns> columns = request.told().isPresent()
                ? Optional.of(AdditiveColumns.of(request.told().get(), request.input()))
                : Optional.empty();
        List<Problem> skipped = new ArrayList<>();
        PooledCatalog catalog = new PooledCatalog(file.series(), request.horizon(), request.seed(), threads.count());
        int[] written = {0};
        OutputFile.writeText(request.output(), out -> {
            ForecastTable table = new ForecastTable(out, new ForecastTable.Layout(request.levels(), file.dates()));
            Parallel.forEach(
                    threads,
                    file.series(),
                    series -> forecast(series, request, columns, catalog),
                    result -> {
                        switch (result) {
                            case ForecastTable.Result.Done done -> {
                                written[0]++;
                                table.add(done);
                            }
                            case ForecastTable.Result.Skipped reason -> skipped.add(reason.problem());
                        }
                    },
                    "Forecasting",
                    progress);
        });
        List<Reject> rejects = file.rejects().stream()
                .map(row -> new Reject(row.line(), row.field(), row.value(), row.reason()))
                .toList();
        return new Report(file.series().size(), written[0], rejects, skipped, doubts(file.series(), request));
    }

    /// The histories that are not enough, as of the last time in the file.
    static List<Doubt> doubts(List<TimeSeries> series, Request request) {
        Instant asOf = series.stream()
                .filter(one -> one.length() > 0)
                .map(one -> one.grid().at(one.length() - 1L))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return series.stream()
                .flatMap(one -> Doubt.of(
                        one.key().resource(),
                        one,
                        request.horizon().steps(),
                        request.seasons()
                                .orElseGet(() -> SeasonLengths.usual(one.grid().step())),
                        asOf)
                        .stream())
                .toList();
    }

    static SeriesFile read(Path input) throws UseCaseException {
        try {
            return SeriesFileReader.read(input);
        } catch (SourceException e) {
            throw new UseCaseException(UseCaseException.Kind.INPUT, e.code(), e.sentence(), e);
        }
    }

    static ModelSpec spec(String model, Optional<SeasonLengths> seasons, TimeSeries series) {
        return ModelCatalog.parse(
                model, seasons.orElseGet(() -> SeasonLengths.usual(series.grid().step())));
    }

    private static ForecastTable.Result forecast(
            TimeSeries read, Request request, Optional<AdditiveColumns> columns, PooledCatalog catalog) {
        String id = read.key().resource();
        TimeSeries series = columns.isPresent() ? columns.get().known(read) : read;
        ModelSpec spec = spec(request.model(), request.seasons(), series);
        if (columns.isPresent() && spec instanceof ModelSpec.Additive additive) {
            Optional<String> missing = columns.get().missing(series, request.horizon());
            if (missing.isPresent()) {
                return ForecastTable.skipped(id, missing.get());
            }
            spec = additive.withOptions(columns.get().options(series));
        }
        return ForecastTable.result(
                id,
                new CalibratedFitter(catalog.of(series)).fit(series, spec, request.seed()),
                request.horizon(),
                request.levels(),
                request.model());
    }
}
