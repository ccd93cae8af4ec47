/// Classes that break a rule of the house on purpose.
@NullMarked
package dev.headroom.engine.series.fault;

import org.jspecify.annotations.NullMarked;
