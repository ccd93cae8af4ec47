/// Scenarios: dated events that change the load and the cost of the same futures together.
@NullMarked
package dev.headroom.engine.scenario;

import org.jspecify.annotations.NullMarked;
