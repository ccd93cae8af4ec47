/// Complex exponential smoothing: a level and an information component that drive each other.
@NullMarked
package dev.headroom.engine.model.ces;

import org.jspecify.annotations.NullMarked;
