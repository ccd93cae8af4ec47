/// Plot data: immutable, primitive arrays copied at the border, NaN for a gap.
@NullMarked
package dev.headroom.charts.data;

import org.jspecify.annotations.NullMarked;
