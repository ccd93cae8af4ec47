/// The additive model: a trend with change points, seasons, ends of periods and holidays add up.
@NullMarked
package dev.headroom.engine.model.additive;

import org.jspecify.annotations.NullMarked;
