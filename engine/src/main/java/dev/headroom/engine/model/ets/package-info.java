/// Exponential smoothing in state-space form, its form chosen by AICc.
@NullMarked
package dev.headroom.engine.model.ets;

import org.jspecify.annotations.NullMarked;
