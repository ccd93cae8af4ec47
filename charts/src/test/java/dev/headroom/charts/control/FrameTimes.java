package dev.headroom.charts.control;

import dev.headroom.charts.SampleCharts;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.BandData;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.BandLayer;
import dev.headroom.charts.layer.BandLevel;
import dev.headroom.charts.layer.HistoryForecastDivider;
import dev.headroom.charts.layer.LimitLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.QuarterEndLayer;
import dev.headroom.charts.plot.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Measures the frames of the live controls: pan and zoom of four years hourly with bands, the crosshair, and a heatmap
/// of ten thousand cells.
///
/// Two numbers each: how long the application thread is busy with a frame (input to drawn commands, which must stay
/// below 16 ms) and how far apart two frames come when every pulse changes the picture.
final class FrameTimes {
    private static final int WARM_UP = 60;
    private static final int FRAMES = 240;

    private FrameTimes() {}

    public static void main(String[] arguments) {
        Application.launch(Show.class, arguments);
    }

    /// The application behind the launcher, which must not be one itself.
    public static final class Show extends Application {
        @Override
        public void start(Stage stage) {
            List<Runnable> steps = new ArrayList<>();
            Runnable next = () -> {
                if (steps.isEmpty()) {
                    Platform.exit();
                } else {
                    steps.removeFirst().run();
                }
            };
            steps.add(() -> pan(stage, next));
            steps.add(() -> zoom(stage, next));
            steps.add(() -> crosshair(stage, next));
            steps.add(() -> heatmap(stage, next));
            stage.setX(0);
            stage.setY(0);
            next.run();
        }
    }

    private static void pan(Stage stage, Runnable next) {
        PlotView view = hourly();
        view.setViewport(view.getPlot().full().zoomed(0.9, view.getPlot().full().from()));
        double span = view.getViewport().span();
        run(
                stage,
                view,
                "pan, 90 % of 4 years hourly in view",
                next,
                i -> view.setViewport(view.getViewport().moved((i / 60 % 2 == 0 ? 1 : -1) * span / 700)));
    }

    private static void zoom(Stage stage, Runnable next) {
        PlotView view = hourly();
        double centre = SampleCharts.second(2026, 6, 1);
        run(
                stage,
                view,
                "zoom, 4 years hourly to a month and back",
                next,
                i -> view.zoom(i / 60 % 2 == 0 ? 0.94 : 1 / 0.94, centre));
    }

    private static void crosshair(Stage stage, Runnable next) {
        PlotView view = hourly();
        double from = view.getViewport().from();
        double span = view.getViewport().span();
        run(
                stage,
                view,
                "crosshair with card",
                next,
                i -> view.crosshairProperty()
                        .set(view.getPlot()
                                .nearest(from + span * (i % 200) / 200)
                                .orElse(from)));
    }

    private static void heatmap(Stage stage, Runnable next) {
        Random random = new Random(2);
        List<HeatmapData.Row> rows = new ArrayList<>();
        double[][] values = new double[100][100];
        for (int r = 0; r < 100; r++) {
            rows.add(new HeatmapData.Row("s" + r, "server-" + r, "All"));
            for (int c = 0; c < 100; c++) {
                values[r][c] = random.nextDouble();
            }
        }
        List<String> columns = new ArrayList<>();
        for (int c = 0; c < 100; c++) {
            columns.add("c" + c);
        }
        HeatmapData data = new HeatmapData(rows, List.of(new HeatmapData.ColumnGroup("Horizon", columns)), values);
        HeatmapView view = new HeatmapView(data);
        view.cellHeightProperty().set(8);
        run(
                stage,
                view,
                "heatmap, 10,000 cells all in view, every cell drawn anew",
                next,
                i -> view.cellHeightProperty().set(i % 2 == 0 ? 5 : 4.9));
    }

    private static void run(Stage stage, Region view, String name, Runnable next, IntConsumer change) {
        stage.setScene(new Scene(new StackPane(view), 960, 600));
        stage.show();
        long[] busy = new long[FRAMES];
        long[] ticks = new long[FRAMES + 1];
        new AnimationTimer() {
            private int frame = -WARM_UP;

            @Override
            public void handle(long now) {
                long start = System.nanoTime();
                change.accept(frame + WARM_UP);
                view.getParent().layout();
                layoutAll(view);
                if (frame >= 0) {
                    ticks[frame] = start;
                    if (frame < FRAMES) {
                        busy[frame] = System.nanoTime() - start;
                    }
                }
                frame++;
                if (frame > FRAMES) {
                    stop();
                    report(name, busy, ticks);
                    Platform.runLater(next);
                }
            }
        }.start();
    }

    private static void layoutAll(Region region) {
        region.layout();
        region.getChildrenUnmodifiable().forEach(child -> {
            if (child instanceof Region inner) {
                layoutAll(inner);
            }
        });
    }

    private static void report(String name, long[] busy, long[] ticks) {
        double[] apart = new double[FRAMES];
        double[] work = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            apart[i] = (ticks[i + 1] - ticks[i]) / 1e6;
            work[i] = busy[i] / 1e6;
        }
        Arrays.sort(apart);
        Arrays.sort(work);
        System.out.printf(
                Locale.ROOT,
                "%-58s application thread %5.2f ms (95 %%: %5.2f)   frame to frame %5.2f ms (95 %%: %5.2f)%n",
                name,
                work[FRAMES / 2],
                work[FRAMES * 95 / 100],
                apart[FRAMES / 2],
                apart[FRAMES * 95 / 100]);
    }

    private static PlotView hourly() {
        int history = 4 * 365 * 24;
        int ahead = 180 * 24;
        double start = SampleCharts.second(2022, 11, 20);
        Random random = new Random(9);
        double[] x = new double[history];
        double[] y = new double[history];
        for (int i = 0; i < history; i++) {
            x[i] = start + i * 3_600.0;
            y[i] = 50
                    + 12 * Math.sin(2 * Math.PI * i / 24)
                    + 5 * Math.sin(2 * Math.PI * i / 168)
                    + random.nextGaussian();
        }
        double[] fx = new double[ahead];
        double[] median = new double[ahead];
        double[][] low = new double[3][ahead];
        double[][] high = new double[3][ahead];
        double[] z = {0.67, 1.28, 1.96};
        for (int i = 0; i < ahead; i++) {
            fx[i] = x[history - 1] + (i + 1) * 3_600.0;
            median[i] = 52 + 12 * Math.sin(2 * Math.PI * i / 24) + 5 * Math.sin(2 * Math.PI * i / 168);
            for (int b = 0; b < 3; b++) {
                low[b][i] = median[i] - z[b] * (2 + i * 0.001);
                high[b][i] = median[i] + z[b] * (2 + i * 0.001);
            }
        }
        return new PlotView(Plot.builder(TimeAxis.in(SampleCharts.UTC), ValueAxis.fitted(ValueFormat.percent()))
                .add(
                        new QuarterEndLayer(SampleCharts.UTC),
                        LineLayer.history("Observed", new LineData(x, y)),
                        LineLayer.median("Median", new LineData(fx, median)),
                        BandLayer.forecast(BandLevel.P50, new BandData(fx, low[0], high[0])),
                        BandLayer.forecast(BandLevel.P80, new BandData(fx, low[1], high[1])),
                        BandLayer.forecast(BandLevel.P95, new BandData(fx, low[2], high[2])),
                        new LimitLayer(80, "Limit 80 %"),
                        new HistoryForecastDivider(x[history - 1]))
                .build());
    }
}
