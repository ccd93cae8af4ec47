package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.ForecastKey;
import dev.headroom.storage.cache.ForecastLedger;
import java.util.List;
import java.util.Map;

/// How daily forecasts stand in the ledger, so that whoever made one, it is found and scored.
final class KeptForecasts {
    private static final String AUTOMATIC = "auto@";
    /// The interval levels of the bands that the window shows.
    private static final List<Integer> SHOWN = List.of(50, 80, 95);

    private KeptForecasts() {}

    /// @param levels interval levels in percent
    static ForecastKey key(TimeSeries series, String model, List<Integer> levels, ModelProvenance fit, int horizon) {
        return new ForecastKey(series.key(), Step.DAY, fit.dataHash(), model + "@" + levels, fit.seed(), horizon);
    }

    static boolean isAutomatic(ForecastKey key) {
        return key.spec().startsWith(AUTOMATIC);
    }

    /// Keeps a forecast that the window shows, so that it can be scored when its days have come.
    static void keep(OpenWorkspace workspace, TimeSeries series, ModelProvenance fit, QuantileForecast forecast) {
        ForecastLedger ledger = workspace.storage().forecasts();
        ForecastKey key = key(series, fit.spec().text(), SHOWN, fit, forecast.steps());
        if (ledger.find(key).isEmpty()) {
            ledger.putAll(Map.of(
                    key,
                    new ForecastLedger.Stored(series.grid().at(series.length() - 1L), ForecastCodec.encode(forecast))));
        }
    }
}
