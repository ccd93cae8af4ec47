/// Hierarchies of series, and forecasts of them that add up.
@NullMarked
package dev.headroom.engine.reconcile;

import org.jspecify.annotations.NullMarked;
