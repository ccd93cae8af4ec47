/// Whether a model still does what its backtest promised: errors of issued forecasts, tests on them, and a
/// verdict.
@NullMarked
package dev.headroom.engine.drift;

import org.jspecify.annotations.NullMarked;
