/// Tests of colours, type and words.
@NullMarked
package dev.headroom.charts.theme;

import org.jspecify.annotations.NullMarked;
