/// The Anomalies panel: what was unusual in costs and metrics, why, and what was said about it.
@NullMarked
package dev.headroom.app.ui.anomalies;

import org.jspecify.annotations.NullMarked;
