package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.PooledCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/// A developer command that forecasts whole groups of series with the automatic combination, to be scored
/// outside.
///
/// Arguments: a folder with `groups.csv` (columns `group,set,n_series,h,m_score,m_model,...`) and
/// `GROUP.train.csv.gz` files (`series_id,t,value`), an output folder, then group names; none means all.
/// Writes `GROUP.csv` with `series_id,h,mean,lo80,hi80,lo95,hi95` and prints the CPU seconds a series.
public final class ScoreGroups {
    private static final double[] LEVELS = {0.025, 0.1, 0.9, 0.975};

    private ScoreGroups() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        for (String line : Files.readAllLines(data.resolve("groups.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("group") && (wanted.isEmpty() || wanted.contains(cells[0]))) {
                run(data, out, cells[0], Integer.parseInt(cells[3]), Integer.parseInt(cells[5]));
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void run(Path data, Path out, String group, int horizon, int season) throws Exception {
        Map<String, List<Double>> series = read(data.resolve(group + ".train.csv.gz"));
        AtomicLong cpuNanos = new AtomicLong();
        StringBuilder csv = new StringBuilder("series_id,h,mean,lo80,hi80,lo95,hi95\n");
        List<TimeSeries> all = series.entrySet().stream()
                .map(entry -> named(entry.getKey(), entry.getValue()))
                .toList();
        PooledCatalog catalog = new PooledCatalog(all, new Horizon(horizon), 1);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<String>> parts = new ArrayList<>();
            for (TimeSeries one : all) {
                parts.add(pool.submit(() -> {
                    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    String part = forecast(catalog.of(one), one, horizon, season);
                    cpuNanos.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
                    return part;
                }));
            }
            for (Future<String> part : parts) {
                csv.append(part.get());
            }
        }
        Files.writeString(out.resolve(group + ".csv"), csv);
        System.out.printf(Locale.ROOT, "%s cpu %.4f s/series%n", group, cpuNanos.get() / 1e9 / series.size());
    }

    private static TimeSeries named(String id, List<Double> values) {
        double[] observed = values.stream().mapToDouble(Double::doubleValue).toArray();
        return new TimeSeries(
                new SeriesKey(id, "value", Statistic.MEAN), TimeGrid.ordinal(1, observed.length), observed);
    }

    private static String forecast(Fitter fitter, TimeSeries series, int horizon, int season) {
        String id = series.key().resource();
        FitOutcome outcome = fitter.fit(series, new ModelSpec.Auto(SeasonLengths.of(season)), 1);
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            throw new IllegalStateException(id + ": " + outcome);
        }
        QuantileForecast forecast = fitted.model().forecast(new Horizon(horizon), LEVELS);
        double[] point = forecast.point();
        StringBuilder rows = new StringBuilder();
        for (int k = 0; k < horizon; k++) {
            rows.append(id).append(',').append(k + 1).append(',').append(point[k]);
            rows.append(',').append(forecast.quantile(0.1)[k]).append(',').append(forecast.quantile(0.9)[k]);
            rows.append(',').append(forecast.quantile(0.025)[k]);
            rows.append(',').append(forecast.quantile(0.975)[k]).append('\n');
        }
        return rows.toString();
    }

    private static Map<String, List<Double>> read(Path file) throws IOException {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                series.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(Double.parseDouble(cells[2]));
            }
        }
        return series;
    }
}
