/// Tuning: which parameters of a model forecast best, searched on folds in time order.
@NullMarked
package dev.headroom.engine.tuning;

import org.jspecify.annotations.NullMarked;
