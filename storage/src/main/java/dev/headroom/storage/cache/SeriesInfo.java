package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import java.time.Instant;

/// One line of the catalog: a series that the cache keeps, with what is known about it without reading it.
///
/// @param first the instant of the first observation that is not missing
/// @param last the instant of the last observation that is not missing
/// @param observations how many observations are not missing; 1 or more
public record SeriesInfo(SeriesKey key, Step step, MeasureUnit unit, Instant first, Instant last, long observations) {}
