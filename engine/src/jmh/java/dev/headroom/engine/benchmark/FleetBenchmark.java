package dev.headroom.engine.benchmark;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.OriginScores;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.catalog.PooledCatalog;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Time of a whole fleet of daily series with the automatic model, which learns from all of them, on all processors:
/// 90 days ahead with bands, and a backtest of the same reach at four origins.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1800m")
public class FleetBenchmark {
    private static final Horizon HORIZON = new Horizon(90);
    private static final int ORIGINS = 4;
    private static final long SEED = 42;

    /// Series and days: 120 servers with 4 metrics and 4 years; `-p fleet=10000x1096` is the large one.
    @Param("480x1461")
    public String fleet = "480x1461";

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final ModelSpec spec = new ModelSpec.Auto(SeriesKind.DAILY.seasons());
    private List<TimeSeries> series = List.of();

    @Setup
    public void generate() {
        String[] parts = fleet.split("x", 2);
        int days = Integer.parseInt(parts[1]);
        series = IntStream.range(0, Integer.parseInt(parts[0]))
                .mapToObj(number -> SeriesKind.DAILY.series(number, days))
                .toList();
    }

    @TearDown(Level.Trial)
    public void stop() {
        workers.shutdownNow();
    }

    /// The mean width of the 95 % bands.
    @Benchmark
    public double forecast() throws InterruptedException, ExecutionException {
        PooledCatalog catalog = new PooledCatalog(series, HORIZON, SEED);
        return mean(one -> {
            FitOutcome outcome = new CalibratedFitter(catalog.of(one)).fit(one, spec, SEED);
            if (!(outcome instanceof FitOutcome.Fitted fitted)) {
                throw new IllegalStateException(one.key() + " was not fitted: " + outcome);
            }
            var forecast = fitted.model().forecast(HORIZON, 0.025, 0.1, 0.9, 0.975);
            int last = HORIZON.steps() - 1;
            return forecast.quantile(0.975)[last] - forecast.quantile(0.025)[last];
        });
    }

    /// The mean MASE.
    @Benchmark
    public double backtest() throws InterruptedException, ExecutionException {
        PooledCatalog catalog = new PooledCatalog(series, HORIZON, SEED);
        RollingOrigin origins = new RollingOrigin(ORIGINS, HORIZON, HORIZON.steps() / 2, 2);
        return mean(one -> {
            CalibratedFitter fitter = new CalibratedFitter(catalog.of(one));
            BacktestResult result = new Backtest(fitter, origins, SeriesKind.DAILY.season())
                    .run(one, spec, SEED, () -> Thread.currentThread().isInterrupted());
            return OriginScores.of(result).mean().of(ForecastMetric.MASE).orElseThrow();
        });
    }

    private double mean(ToDoubleFunction<TimeSeries> work) throws InterruptedException, ExecutionException {
        List<Future<Double>> running = new ArrayList<>();
        for (TimeSeries one : series) {
            running.add(workers.submit(() -> work.applyAsDouble(one)));
        }
        double sum = 0;
        for (Future<Double> one : running) {
            sum += one.get();
        }
        return sum / series.size();
    }
}
