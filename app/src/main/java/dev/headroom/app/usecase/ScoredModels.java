package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.OriginScores;
import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Runs models over the origins of many series, on several threads, and keeps what leaderboards and gates need. The
/// scores do not depend on their number.
final class ScoredModels {
    private ScoredModels() {}

    /// A series to score models on.
    ///
    /// @param name as it stands in tables
    /// @param group what it belongs to, such as its server
    /// @param archetype of its server; empty when there is none
    /// @param fitter makes the models of this series
    record Subject(String name, String group, String archetype, TimeSeries series, Fitter fitter) {}

    /// The scores of one model on one series.
    ///
    /// @param quarterEnds the same over the last days of quarters only
    /// @param otherDays the same over all other days; both are empty for series without days
    record Scored(
            Subject subject,
            String model,
            OriginScores all,
            OriginScores quarterEnds,
            OriginScores otherDays,
            double seconds) {}

    private record Unit(Subject subject, String model) {}

    /// Hands on the scores series by series, each with all models in the order of the request.
    static void run(
            Threads threads,
            List<Subject> subjects,
            BacktestRequest request,
            Consumer<List<Scored>> consumer,
            Progress progress)
            throws UseCaseException {
        List<Unit> units = new ArrayList<>();
        for (Subject subject : subjects) {
            for (String model : request.models()) {
                units.add(new Unit(subject, model));
            }
        }
        List<Scored> waiting = new ArrayList<>();
        Parallel.forEach(
                threads,
                units,
                unit -> score(unit, request),
                scored -> {
                    waiting.add(scored);
                    if (waiting.size() == request.models().size()) {
                        consumer.accept(List.copyOf(waiting));
                        waiting.clear();
                    }
                },
                "Backtesting",
                progress);
    }

    private static Scored score(Unit unit, BacktestRequest request) {
        TimeSeries series = unit.subject().series();
        long start = System.nanoTime();
        BacktestResult result = new Backtest(
                        unit.subject().fitter(),
                        request.origins(series),
                        request.seasons(series).shortest())
                .run(
                        series,
                        ModelCatalog.parse(unit.model(), request.seasons(series)),
                        request.seed(),
                        () -> Thread.currentThread().isInterrupted());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Scored(
                unit.subject(),
                unit.model(),
                OriginScores.of(result),
                part(series, result, CalendarTerms::isQuarterEnd),
                part(series, result, day -> !day.isQuarterEnd()),
                seconds);
    }

    private static OriginScores part(TimeSeries series, BacktestResult result, Predicate<CalendarTerms> counts) {
        boolean days = !series.grid().isOrdinal()
                && series.grid().step().typicalLength().compareTo(Step.DAY.typicalLength()) <= 0;
        return days ? OriginScores.of(result, scored -> scored.where(counts)) : OriginScores.NONE;
    }
}
