@NullMarked
package dev.headroom.charts;

import org.jspecify.annotations.NullMarked;
