package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What moves a forecast: the parts of a model that is a sum, by step, beside what each of them usually adds.
///
/// @param basis whether the parts are those of the forecast's own model
/// @param model the name of the model that explains, such as `additive`
/// @param country whose holidays the explaining model knows, as ISO 3166 code; empty for none
/// @param grid the steps of the forecast
/// @param usualSteps how many of the last known observations the usual level is the mean of
/// @param chosen the median of the forecast that is explained, by step
/// @param paragraph the series and its forecast in plain words
public record ForecastDrivers(
        Basis basis,
        String model,
        String country,
        MeasureUnit unit,
        TimeGrid grid,
        int usualSteps,
        List<Part> parts,
        @SuppressWarnings("ArrayRecordComponent") double[] chosen,
        String paragraph) {
    public ForecastDrivers {
        parts = List.copyOf(parts);
        chosen = chosen.clone();
        for (Part part : parts) {
            if (part.ahead.length != grid.length()) {
                throw new IllegalArgumentException("ahead (" + part.ahead.length + ") of " + part.name
                        + " must have one value a step (" + grid.length() + ").");
            }
        }
    }

    /// Whose parts these are.
    public enum Basis {
        /// The forecast's own model is a sum of parts.
        CHOSEN_MODEL,
        /// The forecast's own model has no parts; another one was fitted beside it to explain.
        FITTED_BESIDE
    }

    /// One part of the explaining model, in the unit of the series.
    ///
    /// @param usual what it added on average over the last known observations
    /// @param ahead what it adds at each step of the forecast
    public record Part(
            String name,
            double usual,
            @SuppressWarnings("ArrayRecordComponent") double[] ahead) {
        public Part {
            ahead = ahead.clone();
        }

        @Override
        public double[] ahead() {
            return ahead.clone();
        }
    }

    /// What a part changes at one step against what it usually adds.
    public record Driver(String name, double change) {}

    /// The drivers at one step.
    ///
    /// @param change of the explaining model against its usual level: the sum of all drivers
    /// @param drivers the strongest first
    /// @param explained what the explaining model forecasts
    /// @param chosen what the forecast says
    public record At(Instant time, double change, List<Driver> drivers, double explained, double chosen) {
        public At {
            drivers = List.copyOf(drivers);
        }
    }

    @Override
    public double[] chosen() {
        return chosen.clone();
    }

    /// The drivers at a step, counted from 0.
    public At at(int step) {
        List<Driver> drivers = parts.stream()
                .map(part -> new Driver(part.name, part.ahead[step] - part.usual))
                .sorted(Comparator.comparingDouble((Driver driver) -> -Math.abs(driver.change)))
                .toList();
        double explained = parts.stream().mapToDouble(part -> part.ahead[step]).sum();
        double change = drivers.stream().mapToDouble(Driver::change).sum();
        return new At(grid.at(step), change, drivers, explained, chosen[step]);
    }

    /// The step whose forecast is highest.
    public int highest() {
        return IntStream.range(0, chosen.length)
                .boxed()
                .max(Comparator.comparingDouble(step -> chosen[step]))
                .orElseThrow();
    }

    /// The step of an instant: the last one that does not begin after it, held inside the forecast.
    public int stepOf(Instant instant) {
        int step = 0;
        while (step + 1 < grid.length() && !grid.at(step + 1L).isAfter(instant)) {
            step++;
        }
        return step;
    }
}
