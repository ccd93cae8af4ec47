/// Looking at series before they are forecast: seasons, distributions, parts, and how series move together.
@NullMarked
package dev.headroom.engine.explore;

import org.jspecify.annotations.NullMarked;
