/// Tests of layers.
@NullMarked
package dev.headroom.charts.layer;

import org.jspecify.annotations.NullMarked;
