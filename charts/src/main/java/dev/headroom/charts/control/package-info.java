/// JavaFX controls around the painter: zoom, pan, crosshair, selection, keyboard.
@NullMarked
package dev.headroom.charts.control;

import org.jspecify.annotations.NullMarked;
