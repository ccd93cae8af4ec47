package dev.headroom.engine.model.arima;

import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.ObservedValues;
import java.util.Arrays;

/// The values that are modelled: without the pattern of a long season, and divided by their mean size so that the
/// unit does not matter.
///
/// @param scaled NaN = missing
/// @param scale the unit of the series for one unit of `scaled`, positive
record ArimaData(double[] scaled, double scale, SeasonPlan seasons) {
    static ArimaData of(double[] values, SeasonLengths lengths) {
        SeasonPlan seasons = SeasonPlan.of(values, lengths);
        double[] rest = new double[values.length];
        Arrays.setAll(rest, t -> values[t] - seasons.at(t));
        double scale = ObservedValues.scale(rest);
        return new ArimaData(Arrays.stream(rest).map(value -> value / scale).toArray(), scale, seasons);
    }

    int observed() {
        return ObservedValues.count(scaled);
    }

    ArimaWindow window() {
        return ArimaWindow.of(scaled, scaled.length, seasons.seasonLength());
    }
}
