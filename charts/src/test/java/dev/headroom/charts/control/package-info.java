/// Tests of the controls, on a headless screen.
@NullMarked
package dev.headroom.charts.control;

import org.jspecify.annotations.NullMarked;
