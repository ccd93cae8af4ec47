/// Synthetic charts, golden pictures and the gallery.
@NullMarked
package dev.headroom.charts;

import org.jspecify.annotations.NullMarked;
