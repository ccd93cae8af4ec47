package dev.headroom.engine.scenario;

import java.time.LocalDate;

/// The cost of some days without and with the events.
///
/// @param first the first day
/// @param days how many days; a month at an end of the futures is not whole
/// @param difference scenario less baseline, future by future; not the difference of the two spreads
public record SpanCost(LocalDate first, int days, Spread baseline, Spread scenario, Spread difference) {}
