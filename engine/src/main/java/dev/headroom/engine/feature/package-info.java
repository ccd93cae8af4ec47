/// Features of a series: seasons and their tests, calendar terms.
@NullMarked
package dev.headroom.engine.feature;

import org.jspecify.annotations.NullMarked;
