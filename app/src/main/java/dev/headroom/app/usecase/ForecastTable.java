package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.series.TimeGrid;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Writes forecasts as rows of series, step, time, point and one pair of bounds a level.
final class ForecastTable {
    /// @param levels interval levels in percent, rising
    /// @param dates true to write dates instead of instants
    record Layout(List<Integer> levels, boolean dates) {
        Layout {
            levels = List.copyOf(levels);
        }
    }

    /// What came out for one series.
    sealed interface Result {
        record Done(String id, String model, QuantileForecast forecast) implements Result {}

        record Skipped(Problem problem) implements Result {}
    }

    private final CsvTable table;
    private final Layout layout;

    ForecastTable(Writer out, Layout layout) {
        this.table = new CsvTable(out, header(layout.levels()));
        this.layout = layout;
    }

    static Result result(String id, FitOutcome outcome, Horizon horizon, List<Integer> levels, String model) {
        return switch (outcome) {
            case FitOutcome.Fitted fitted ->
                new Result.Done(id, model, fitted.model().forecast(horizon, quantileLevels(levels)));
            case FitOutcome.TooShort few ->
                skipped(id, few.observations() + " observations, " + model + " needs " + few.needed());
            case FitOutcome.Constant constant -> skipped(id, "constant at " + constant.value());
            case FitOutcome.NotConverged failed -> skipped(id, failed.reason());
        };
    }

    void add(Result.Done done) {
        add(done, Arrays.stream(done.forecast().point()).boxed().toArray());
    }

    /// @param point the point forecast as it is to be printed, one a step
    void add(Result.Done done, Object[] point) {
        QuantileForecast forecast = done.forecast();
        List<double[]> columns = new ArrayList<>();
        for (int level : layout.levels()) {
            columns.add(forecast.quantile(lower(level)));
            columns.add(forecast.quantile(upper(level)));
        }
        for (int k = 0; k < point.length; k++) {
            Object[] cells = new Object[columns.size() + 5];
            cells[0] = done.id();
            cells[1] = k + 1;
            cells[2] = stamp(forecast.grid(), k);
            cells[3] = point[k];
            for (int i = 0; i < columns.size(); i++) {
                cells[4 + i] = columns.get(i)[k];
            }
            cells[cells.length - 1] = done.model();
            table.row(cells);
        }
    }

    static Result skipped(String id, String reason) {
        return new Result.Skipped(new Problem("HR-3003", "Series " + id + " was not forecast: " + reason + "."));
    }

    private static List<String> header(List<Integer> levels) {
        List<String> header = new ArrayList<>(List.of("series_id", "h", "timestamp", "mean"));
        for (int level : levels) {
            header.add("lo" + level);
            header.add("hi" + level);
        }
        header.add("model");
        return header;
    }

    static double[] quantileLevels(List<Integer> levels) {
        return levels.stream()
                .flatMapToDouble(level -> DoubleStream.of(lower(level), upper(level)))
                .sorted()
                .toArray();
    }

    private static double lower(int level) {
        return (100 - level) / 200.0;
    }

    private static double upper(int level) {
        return (100 + level) / 200.0;
    }

    /// The time stamp of a step, written the way the input writes its own.
    private String stamp(TimeGrid grid, int step) {
        if (grid.isOrdinal()) {
            return Long.toString(grid.at(step).getEpochSecond());
        }
        String text = grid.at(step).toString();
        return layout.dates() ? text.substring(0, 10) : text;
    }
}
