package dev.headroom.engine.benchmark;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.TimeSeries;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Times the models on the series that `peers.R` times those of R on, and prints both beside each other; run by
/// `engine/src/jmh/compare`. Times are those of the working thread after a warm-up round; the compiler and the start of
/// Java are not in them.
@SuppressWarnings("SystemOut")
final class PeerComparison {
    private static final List<SeriesKind> KINDS = List.of(SeriesKind.MONTHLY, SeriesKind.HOURLY);
    private static final Map<String, String> PEERS = new LinkedHashMap<>();

    static {
        PEERS.put("ets", "ets");
        PEERS.put("arima", "auto.arima");
        PEERS.put("theta", "thetaf");
        PEERS.put("tbats", "tbats");
        PEERS.put("additive", "prophet");
        PEERS.put("auto", "prophet");
    }

    private static final int FIRST_WARM_UP = 100;
    private static final int WARM_UPS = 8;

    private PeerComparison() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        if (args[0].equals("measure")) {
            measure(folder);
        } else {
            print(folder);
        }
    }

    private static int count(SeriesKind kind) {
        return kind == SeriesKind.MONTHLY ? 8 : 3;
    }

    private static void measure(Path folder) throws IOException {
        List<String> series = new ArrayList<>(List.of("kind,season,steps,series,value"));
        List<String> times = new ArrayList<>(List.of("kind,model,series,seconds,mase"));
        for (SeriesKind kind : KINDS) {
            for (int i = 0; i < count(kind); i++) {
                TimeSeries whole = whole(kind, i);
                for (double value : whole.values()) {
                    series.add(String.join(
                            ",",
                            kind.code(),
                            "" + kind.season(),
                            "" + kind.horizon().steps(),
                            whole.key().resource(),
                            "" + value));
                }
            }
            for (String model : PEERS.keySet()) {
                for (int i = 0; i < WARM_UPS; i++) {
                    time(kind, model, FIRST_WARM_UP + i);
                }
                for (int i = 0; i < count(kind); i++) {
                    times.add(time(kind, model, i));
                }
            }
        }
        Files.write(folder.resolve("series.csv"), series);
        Files.write(folder.resolve("ours.csv"), times);
    }

    private static TimeSeries whole(SeriesKind kind, int number) {
        return kind.series(number, kind.length() + kind.horizon().steps());
    }

    private static String time(SeriesKind kind, String model, int number) {
        TimeSeries whole = whole(kind, number);
        TimeSeries known = whole.slice(0, kind.length());
        Horizon horizon = kind.horizon();
        Fitter fitter = new CalibratedFitter(new ModelCatalog());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        FitOutcome outcome = fitter.fit(known, ModelCatalog.parse(model, kind.seasons()), 42);
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            throw new IllegalStateException(known.key() + " was not fitted by " + model + ": " + outcome);
        }
        double[] point =
                fitted.model().forecast(horizon, 0.025, 0.1, 0.9, 0.975).point();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        double error = 0;
        for (int k = 0; k < point.length; k++) {
            error += Math.abs(point[k] - whole.value(kind.length() + k)) / point.length;
        }
        double usual = 0;
        int season = kind.season();
        for (int t = season; t < kind.length(); t++) {
            usual += Math.abs(known.value(t) - known.value(t - season)) / (kind.length() - season);
        }
        String name = known.key().resource();
        return String.join(",", kind.code(), model, name, "" + seconds, "" + error / usual);
    }

    private static void print(Path folder) throws IOException {
        Map<String, double[]> ours = means(folder.resolve("ours.csv"));
        Map<String, double[]> peers = means(folder.resolve("peers.csv"));
        System.out.println("| series | model | CPU s | of R | CPU s | times as fast | MASE | MASE of R |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (SeriesKind kind : KINDS) {
            PEERS.forEach((model, peer) -> {
                double[] own = ours.get(kind.code() + " " + model);
                double[] other = peers.get(kind.code() + " " + peer);
                if (own != null && other != null) {
                    System.out.printf(
                            Locale.ROOT,
                            "| %s, %d values | `%s` | %.4f | `%s` | %.3f | %.0f | %.3f | %.3f |%n",
                            kind.code(),
                            kind.length(),
                            model,
                            own[0],
                            peer,
                            other[0],
                            other[0] / own[0],
                            own[1],
                            other[1]);
                }
            });
        }
    }

    /// Mean seconds and MASE by kind and model.
    private static Map<String, double[]> means(Path file) throws IOException {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (String line :
                Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
            String[] cells = line.split(",", -1);
            double[] sum = sums.computeIfAbsent(cells[0] + " " + cells[1], key -> new double[3]);
            sum[0] += Double.parseDouble(cells[3]);
            sum[1] += Double.parseDouble(cells[4]);
            sum[2]++;
        }
        sums.replaceAll((key, sum) -> new double[] {sum[0] / sum[2], sum[1] / sum[2]});
        return sums;
    }
}
