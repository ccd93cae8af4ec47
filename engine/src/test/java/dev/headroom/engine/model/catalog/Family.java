package dev.headroom.engine.model.catalog;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.AdditiveOptions;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.Growth;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// A model family as tests go through all of them: every name of the catalog, and some of their forms.
///
/// @param text as it is typed after `--model`
/// @param pooled whether it learns from many series
/// @param told what an additive model is told beyond its name
record Family(String text, boolean pooled, AdditiveOptions told) {
    /// Trees enough to find a fault.
    private static final String FEW_TREES = "20";

    /// From how many series on the automatic combination learns from others.
    private static final int POOLED = 20;

    private static final List<String> FORMS =
            List.of("ets(season=M)", "ets(error=M)", "ces(form=full)", "mstl(robust=yes)", "additive:US");

    private Family(String text, boolean pooled) {
        this(text, pooled, AdditiveOptions.usual());
    }

    /// Every family of the catalog; the automatic combination also with what many series teach it.
    static List<Family> ofCatalog() {
        List<Family> families = new ArrayList<>(ModelCatalog.NAMES.stream()
                .map(name -> new Family(name, name.equals("global")))
                .toList());
        families.add(new Family("auto", true));
        return families;
    }

    /// The same and forms that families choose rarely on their own.
    static List<Family> withForms() {
        List<Family> families = new ArrayList<>(ofCatalog());
        FORMS.forEach(text -> families.add(new Family(text, false)));
        AdditiveOptions usual = AdditiveOptions.usual();
        families.add(
                new Family("additive(weekly=2)", false, usual.withSeasonality(AdditiveOptions.Seasonality.MULTIPLIES)));
        families.add(new Family("additive(weekly=1)", false, usual.withGrowth(new Growth.Flat())));
        return List.copyOf(families);
    }

    ModelSpec spec(SeasonLengths seasons) {
        ModelSpec spec = ModelCatalog.parse(text, seasons);
        if (spec instanceof ModelSpec.Additive additive) {
            return additive.withOptions(told);
        }
        boolean grows = ModelCatalog.parameters(spec).stream()
                .anyMatch(parameter -> parameter.name().equals("trees"));
        TreeMap<String, String> few = new TreeMap<>();
        few.put("trees", FEW_TREES);
        return grows ? ModelCatalog.with(spec, new Settings(few)) : spec;
    }

    /// Whether it is in the catalog by this name, and so has to forecast what can be forecast.
    boolean isPlain() {
        return ModelCatalog.NAMES.contains(text);
    }

    boolean isForDemand() {
        return spec(SeasonLengths.none()) instanceof ModelSpec.Intermittent;
    }

    /// Whether one fit is slow, so that many of them would take long.
    boolean growsTrees() {
        return spec(SeasonLengths.none()) instanceof ModelSpec.Regression regression
                && regression.method() != ModelSpec.Method.LINEAR;
    }

    /// Whether it is the mean of families that are tried everywhere, so that a few tries of it are enough.
    boolean isMean() {
        return spec(SeasonLengths.none()) instanceof ModelSpec.Regression regression
                && regression.method().members().size() > 1;
    }

    /// Fits one of the series of a pool.
    Fitter fitter(PooledCatalog pool, TimeSeries series) {
        return pooled ? pool.of(series) : new ModelCatalog();
    }

    /// A pool of these series and, where they are few on a grid, ordinary ones beside them.
    static PooledCatalog pool(List<TimeSeries> some, Horizon horizon) {
        List<TimeSeries> all = new ArrayList<>(some);
        some.stream().map(series -> series.grid().step()).distinct().forEach(step -> {
            TimeSeries longest = some.stream()
                    .filter(series -> series.grid().step().equals(step))
                    .max(Comparator.comparingInt(TimeSeries::length))
                    .orElseThrow();
            long known = some.stream()
                    .filter(series -> series.grid().step().equals(step))
                    .count();
            for (int i = 1; i <= POOLED - known; i++) {
                int number = i;
                all.add(Edge.named("ordinary " + i, longest.grid(), t -> number * Edge.usual(t + 500 * number)));
            }
        });
        return new PooledCatalog(all, horizon, 1);
    }

    @Override
    public String toString() {
        return pooled ? text + " with others" : text;
    }
}
