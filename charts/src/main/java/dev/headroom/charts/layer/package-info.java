/// Layers: what is drawn on a plot area, one kind of mark a class.
@NullMarked
package dev.headroom.charts.layer;

import org.jspecify.annotations.NullMarked;
