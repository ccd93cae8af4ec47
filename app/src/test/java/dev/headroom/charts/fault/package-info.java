/// Classes that break a rule of the house on purpose.
@NullMarked
package dev.headroom.charts.fault;

import org.jspecify.annotations.NullMarked;
