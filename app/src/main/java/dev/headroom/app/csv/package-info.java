/// CSV cells: what every table that the product writes puts into its cells.
@NullMarked
package dev.headroom.app.csv;

import org.jspecify.annotations.NullMarked;
