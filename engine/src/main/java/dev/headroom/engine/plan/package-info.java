/// The best set of actions: what to do together under limits, with commitments sized for what is left.
@NullMarked
package dev.headroom.engine.plan;

import org.jspecify.annotations.NullMarked;
