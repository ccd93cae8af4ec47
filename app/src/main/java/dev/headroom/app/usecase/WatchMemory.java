package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeSeries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the episodes of the latest series, because they are a pure function of the readings and the
/// settings: who looks again while the workspace is open judges only the series that have changed.
final class WatchMemory {
    private static final int KEPT = 4_000;

    private final Map<Key, List<FoundAnomaly>> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<FoundAnomaly>> eldest) {
            return size() > KEPT;
        }
    });

    /// All that the episodes depend on.
    record Key(TimeSeries series, MeasureUnit unit, Optional<Server> server, Sensitivity sensitivity) {}

    List<FoundAnomaly> find(Key key, Supplier<List<FoundAnomaly>> judged) {
        List<FoundAnomaly> known = kept.get(key);
        if (known == null) {
            known = List.copyOf(judged.get());
            kept.put(key, known);
        }
        return known;
    }
}
