/// Charges in FOCUS terms and prices.
@NullMarked
package dev.headroom.engine.cost;

import org.jspecify.annotations.NullMarked;
