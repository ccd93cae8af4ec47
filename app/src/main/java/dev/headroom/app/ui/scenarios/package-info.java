/// The Scenarios panel: dated events, and what they do to utilization, breach dates and cost.
@NullMarked
package dev.headroom.app.ui.scenarios;

import org.jspecify.annotations.NullMarked;
