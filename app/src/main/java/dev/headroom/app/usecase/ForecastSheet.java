package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.QuantileForecast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One forecast as a table with a row a step: median, bands, what happened, and the medians of the models beside it.
/// Its first lines are comments that say where the numbers come from.
public final class ForecastSheet {
    private static final int[] BANDS = {50, 80, 95};

    private ForecastSheet() {}

    /// @param others forecasts of the same request by other models
    /// @param provenance one comment line each
    public static Path write(SeriesForecast forecast, List<SeriesForecast> others, List<String> provenance, Path target)
            throws UseCaseException {
        OutputFile.writeText(target, out -> {
            for (String line : provenance) {
                out.write("# " + line.replace('\n', ' ') + "\n");
            }
            CsvTable table = new CsvTable(out, header(others));
            for (int k = 0; k < forecast.forecast().steps(); k++) {
                table.row(row(forecast, others, k));
            }
        });
        return target;
    }

    private static List<String> header(List<SeriesForecast> others) {
        List<String> header = new ArrayList<>(List.of("day", "unit", "median"));
        for (int band : BANDS) {
            header.add("lo" + band);
            header.add("hi" + band);
        }
        header.add("happened");
        others.forEach(other -> header.add("median_" + other.request().spec().name()));
        return header;
    }

    private static Object[] row(SeriesForecast forecast, List<SeriesForecast> others, int step) {
        QuantileForecast quantiles = forecast.forecast();
        List<Object> cells = new ArrayList<>();
        cells.add(quantiles.grid().at(step).toString().substring(0, 10));
        cells.add(forecast.unit().symbol());
        cells.add(quantiles.quantile(0.5)[step]);
        for (int band : BANDS) {
            double tail = (100 - band) / 200.0;
            cells.add(quantiles.quantile(tail)[step]);
            cells.add(quantiles.quantile(1 - tail)[step]);
        }
        cells.add(forecast.hindsight()
                .filter(hindsight -> step < hindsight.actual().length())
                .map(hindsight -> hindsight.actual().value(step))
                .orElse(Double.NaN));
        others.forEach(other -> cells.add(other.forecast().quantile(0.5)[step]));
        return cells.toArray();
    }
}
