package dev.headroom.app.usecase;

import dev.headroom.engine.model.AdditiveOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an additive model of a file is told beyond its name.
///
/// @param growth `linear`, `flat` or `logistic`
/// @param capacity a number or the name of a column; only for logistic growth
/// @param floor a number or the name of a column; 0 when empty
/// @param file holds the columns; empty when the series file does
/// @param regressors names of columns; empty for all columns of `file`
public record AdditiveRequest(
        String growth,
        Optional<String> capacity,
        Optional<String> floor,
        AdditiveOptions.Seasonality seasonality,
        int holidayDaysBefore,
        int holidayDaysAfter,
        Optional<Path> file,
        List<String> regressors) {
    public static final List<String> GROWTHS = List.of("linear", "flat", "logistic");

    public AdditiveRequest {
        regressors = List.copyOf(regressors);
        if (!GROWTHS.contains(growth)) {
            throw new IllegalArgumentException(
                    "growth (" + growth + ") must be one of " + String.join(", ", GROWTHS) + ".");
        }
        boolean logistic = growth.equals("logistic");
        if (logistic && capacity.isEmpty()) {
            throw new IllegalArgumentException(
                    "growth (logistic) needs a capacity: a number, or a column that has one a step.");
        }
        if (!logistic && (capacity.isPresent() || floor.isPresent())) {
            throw new IllegalArgumentException("capacity and floor need growth (" + growth + ") to be logistic.");
        }
    }
}
