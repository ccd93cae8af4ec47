/// When a resource runs out: limits, breach probability and risk classes.
@NullMarked
package dev.headroom.engine.capacity;

import org.jspecify.annotations.NullMarked;
