/// Waste: what a bill shows to be paid for and not used, or to be had for less.
@NullMarked
package dev.headroom.engine.waste;

import org.jspecify.annotations.NullMarked;
