package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.Money;
import java.time.LocalDate;

/// The cost of one group on one UTC day, in one currency.
///
/// @param day the day on which the charge periods start
/// @param group the service, account, region, resource or category; empty for the total and for charges
///     without one
public record DailyCost(LocalDate day, String group, Money amount) {}
