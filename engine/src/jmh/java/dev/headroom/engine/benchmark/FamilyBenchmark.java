package dev.headroom.engine.benchmark;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Time of one series, fitted, calibrated and forecast with its 80 % and 95 % bands, by model family.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class FamilyBenchmark {
    static final int SERIES = 6;
    private static final double[] LEVELS = {0.025, 0.1, 0.9, 0.975};

    /// A family by its name on the command line; `FamilyBenchmarkTest` holds the list to the catalogue.
    @Param({
        "auto",
        "naive",
        "snaive",
        "drift",
        "ets",
        "arima",
        "theta",
        "otm",
        "dotm",
        "ces",
        "mstl",
        "tbats",
        "croston",
        "sba",
        "tsb",
        "additive",
        "forest",
        "boosting",
        "linear",
        "ensemble"
    })
    public String model = "auto";

    @Param({"monthly", "daily", "hourly"})
    public String kind = "monthly";

    private final Fitter fitter = new CalibratedFitter(new ModelCatalog());
    private List<TimeSeries> series = List.of();

    @Setup
    public void generate() {
        series =
                IntStream.range(0, SERIES).mapToObj(SeriesKind.of(kind)::series).toList();
    }

    @Benchmark
    @OperationsPerInvocation(SERIES)
    public double fitAndForecast() {
        SeriesKind known = SeriesKind.of(kind);
        ModelSpec spec = ModelCatalog.parse(model, known.seasons());
        double sum = 0;
        for (TimeSeries one : series) {
            sum += width(one, spec, known);
        }
        return sum;
    }

    /// The width of the 95 % band over all steps, so that a run that computed nothing fails.
    private double width(TimeSeries one, ModelSpec spec, SeriesKind known) {
        FitOutcome outcome = fitter.fit(one, spec, 42);
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            throw new IllegalStateException(one.key() + " was not fitted: " + outcome);
        }
        QuantileForecast forecast = fitted.model().forecast(known.horizon(), LEVELS);
        double[] low = forecast.quantile(0.025);
        double[] high = forecast.quantile(0.975);
        double width = 0;
        for (int k = 0; k < low.length; k++) {
            width += high[k] - low[k];
        }
        if (!(width > 0)) {
            throw new IllegalStateException("width (" + width + ") of " + one.key() + " must be above 0.");
        }
        return width;
    }
}
