package dev.headroom.engine.explain;

import dev.headroom.engine.quantity.MeasureUnit;
import java.util.List;
import java.util.Optional;

/// What a series and its forecast say, as figures. Times are words, because a grid may have no calendar.
///
/// @param model the name of the model that forecasts
/// @param observations how many values are known
/// @param trend empty when the history is too short for one
/// @param bends changes of the slope of the trend, the earliest first
/// @param ahead the end of the forecast
/// @param drivers what moves the forecast at its end against the last known seasons, the strongest first
/// @param unknown what the model does not know, one sentence each
public record Explanation(
        String model,
        MeasureUnit unit,
        int observations,
        String firstTime,
        String lastTime,
        Optional<Trend> trend,
        List<Bend> bends,
        List<Season> seasons,
        Ahead ahead,
        List<Driver> drivers,
        List<String> unknown) {
    public Explanation {
        bends = List.copyOf(bends);
        seasons = List.copyOf(seasons);
        drivers = List.copyOf(drivers);
        unknown = List.copyOf(unknown);
    }

    /// A figure with its 80 % interval, in the unit of the series.
    public record Range(double value, double low, double high) {}

    /// The present level and how it changes.
    ///
    /// @param change by period
    /// @param period such as `month` or `100 steps`
    public record Trend(Range level, Range change, String period) {}

    /// A change of the slope of the trend.
    ///
    /// @param before the slope before, by the period of the trend
    /// @param after the slope after
    public record Bend(String time, double before, double after) {}

    /// A pattern that comes back.
    ///
    /// @param name such as `weekly`
    /// @param strongest where it is highest, such as `Monday`
    /// @param weakest where it is lowest
    /// @param swing the distance between the two, in the unit of the series
    public record Season(String name, String strongest, String weakest, double swing) {}

    /// The end of the forecast.
    ///
    /// @param steps how far ahead it is
    /// @param within of the forecast, with the 80 % band
    public record Ahead(String time, int steps, Range within) {}

    /// What a part of the model changes at the end of the forecast.
    public record Driver(String name, double change) {}

    /// One paragraph in plain words with figures and units.
    public String paragraph() {
        return ExplanationWords.paragraph(this);
    }
}
