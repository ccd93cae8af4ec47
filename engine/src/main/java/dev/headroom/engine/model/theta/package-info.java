/// The Theta method: standard, optimised, and dynamic optimised.
@NullMarked
package dev.headroom.engine.model.theta;

import org.jspecify.annotations.NullMarked;
