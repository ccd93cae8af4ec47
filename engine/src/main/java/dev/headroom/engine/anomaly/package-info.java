/// Finds what is unusual in costs and metrics as it happens, from the past of each series alone.
@NullMarked
package dev.headroom.engine.anomaly;

import org.jspecify.annotations.NullMarked;
