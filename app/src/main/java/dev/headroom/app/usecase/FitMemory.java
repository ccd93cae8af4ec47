package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.TimeSeries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps the latest fits, because a fit is a pure function of series, specification and seed: panels and reports that
/// ask for the same one do not fit again.
final class FitMemory implements Fitter {
    private static final int KEPT = 2_000;

    private final Fitter fitter = new CalibratedFitter(new ModelCatalog());
    private final Map<Key, FitOutcome> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FitOutcome> eldest) {
            return size() > KEPT;
        }
    });

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        Key key = new Key(series, spec, seed);
        FitOutcome known = kept.get(key);
        if (known == null) {
            known = fitter.fit(series, spec, seed);
            kept.put(key, known);
        }
        return known;
    }

    private record Key(TimeSeries series, ModelSpec spec, long seed) {}
}
