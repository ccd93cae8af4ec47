/// Features of a series: seasons and their tests, calendar terms, the rows of a regression.
@NullMarked
package dev.headroom.engine.feature;

import org.jspecify.annotations.NullMarked;
