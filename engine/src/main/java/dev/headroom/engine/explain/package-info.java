/// What a series and its forecast say in plain words: level, trend, bends, seasons, drivers and what is not known.
@NullMarked
package dev.headroom.engine.explain;

import org.jspecify.annotations.NullMarked;
