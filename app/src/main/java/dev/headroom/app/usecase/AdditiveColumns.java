package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.AdditiveOptions;
import dev.headroom.engine.model.Growth;
import dev.headroom.engine.model.KnownColumn;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.series.KnownColumnsReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns that an additive model of a file is told, series by series.
final class AdditiveColumns {
    private static final String DIGITS = "[+-]?[0-9.].*";

    private final AdditiveRequest request;
    private final Optional<KnownColumnsReader.Known> columns;
    private final List<String> regressors;
    private final String source;

    private AdditiveColumns(
            AdditiveRequest request,
            Optional<KnownColumnsReader.Known> columns,
            List<String> regressors,
            String source) {
        this.request = request;
        this.columns = columns;
        this.regressors = regressors;
        this.source = source;
    }

    /// @throws UseCaseException when the columns cannot be read or one is not there
    static AdditiveColumns of(AdditiveRequest request, Path input) throws UseCaseException {
        List<String> bounds = Stream.concat(request.capacity().stream(), request.floor().stream())
                .filter(text -> !text.matches(DIGITS))
                .toList();
        boolean needed = request.file().isPresent() || !request.regressors().isEmpty() || !bounds.isEmpty();
        if (!needed) {
            return new AdditiveColumns(request, Optional.empty(), List.of(), "");
        }
        Path file = request.file().orElse(input);
        String name = String.valueOf(file.getFileName());
        KnownColumnsReader.Known known = read(file);
        List<String> regressors =
                request.regressors().isEmpty() && request.file().isPresent()
                        ? known.names().stream()
                                .filter(column -> !bounds.contains(column))
                                .toList()
                        : request.regressors();
        for (String wanted : Stream.concat(bounds.stream(), regressors.stream()).toList()) {
            if (!known.names().contains(wanted)) {
                throw new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-3050",
                        "The file " + name + " has no column " + wanted + "; beside time and value it has: "
                                + (known.names().isEmpty() ? "none" : String.join(", ", known.names())) + ".");
            }
        }
        return new AdditiveColumns(request, Optional.of(known), regressors, name);
    }

    private static KnownColumnsReader.Known read(Path file) throws UseCaseException {
        try {
            return KnownColumnsReader.read(file);
        } catch (SourceException e) {
            throw new UseCaseException(UseCaseException.Kind.INPUT, e.code(), e.sentence(), e);
        }
    }

    /// The series up to its last observation, where its file also holds rows of the future.
    TimeSeries known(TimeSeries series) {
        int end = series.length();
        boolean own = columns.isPresent() && request.file().isEmpty();
        while (own && end > 0 && Double.isNaN(series.value(end - 1))) {
            end--;
        }
        return series.slice(0, end);
    }

    /// Why the forecast is not possible; empty when everything is known.
    Optional<String> missing(TimeSeries series, Horizon horizon) {
        String id = series.key().resource();
        List<String> wanted = new ArrayList<>(regressors);
        Stream.concat(request.capacity().stream(), request.floor().stream())
                .filter(text -> !text.matches(DIGITS))
                .forEach(wanted::add);
        TimeGrid future = series.grid().next(horizon.steps());
        for (String name : wanted) {
            Optional<KnownColumn> column = find(id, name);
            if (column.isEmpty()) {
                return Optional.of(source + " has no rows of it, so " + name + " is not known");
            }
            for (int k = 0; k < horizon.steps(); k++) {
                if (Double.isNaN(column.get().at(future.at(k)))) {
                    return Optional.of(name + " has no value at " + shown(future, k) + ", step " + (k + 1) + " of "
                            + horizon.steps() + "; add rows with it to " + source + " or lower --horizon");
                }
            }
        }
        return growth(id) instanceof Growth.Logistic logistic ? crossed(series, future, logistic) : Optional.empty();
    }

    private static Optional<String> crossed(TimeSeries series, TimeGrid future, Growth.Logistic growth) {
        for (TimeGrid grid : List.of(series.grid(), future)) {
            for (int t = 0; t < grid.length(); t++) {
                Instant at = grid.at(t);
                if (growth.capacity().at(at) <= growth.floor().at(at)) {
                    return Optional.of("the capacity (" + growth.capacity().at(at) + ") is not above the floor ("
                            + growth.floor().at(at) + ") at " + shown(grid, t));
                }
            }
        }
        return Optional.empty();
    }

    private static String shown(TimeGrid grid, int step) {
        return grid.isOrdinal()
                ? Long.toString(grid.at(step).getEpochSecond())
                : grid.at(step).toString();
    }

    AdditiveOptions options(TimeSeries series) {
        String id = series.key().resource();
        return new AdditiveOptions(
                growth(id),
                request.seasonality(),
                request.holidayDaysBefore(),
                request.holidayDaysAfter(),
                regressors.stream().map(name -> find(id, name).orElseThrow()).toList());
    }

    private Growth growth(String id) {
        return switch (request.growth()) {
            case "flat" -> new Growth.Flat();
            case "logistic" ->
                new Growth.Logistic(
                        bound(id, request.floor().orElse("0")),
                        bound(id, request.capacity().orElseThrow()));
            default -> new Growth.Linear();
        };
    }

    private Growth.Bound bound(String id, String text) {
        return text.matches(DIGITS)
                ? new Growth.Always(Double.parseDouble(text))
                : new Growth.ByStep(find(id, text).orElseThrow());
    }

    private Optional<KnownColumn> find(String id, String name) {
        return columns.flatMap(known -> known.find(id, name));
    }
}
