/// The Forecast panel: one series, its forecast and what it means.
@NullMarked
package dev.headroom.app.ui.forecast;

import org.jspecify.annotations.NullMarked;
