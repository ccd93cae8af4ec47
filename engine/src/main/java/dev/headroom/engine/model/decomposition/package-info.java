/// Decomposition models: seasons by MSTL, what is left by exponential smoothing.
@NullMarked
package dev.headroom.engine.model.decomposition;

import org.jspecify.annotations.NullMarked;
