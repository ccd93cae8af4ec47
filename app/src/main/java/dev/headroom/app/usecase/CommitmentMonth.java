package dev.headroom.app.usecase;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/// How commitments stood in a month, as AWS tells it.
///
/// @param commitment `savings-plans` or `reservations`
/// @param used percent of what was bound
/// @param covered percent of what could be covered
/// @param saving against on-demand, after the cost of what was bound
/// @param onDemand cost that was not covered
public record CommitmentMonth(
        String account,
        String commitment,
        YearMonth month,
        Optional<BigDecimal> used,
        Optional<BigDecimal> covered,
        Optional<BigDecimal> saving,
        Optional<BigDecimal> onDemand) {}
