package dev.headroom.storage.source;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.Statistic;

/// What a reading measures, in the names and units of the cache.
public record UsageMetric(String metric, Statistic statistic, MeasureUnit unit) {}
