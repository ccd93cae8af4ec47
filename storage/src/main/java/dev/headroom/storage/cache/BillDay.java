package dev.headroom.storage.cache;

import java.time.LocalDate;

/// The exact sums of the usage of one day on the bills of one month, in one currency.
public record BillDay(LocalDate day, BillTotal total) {}
