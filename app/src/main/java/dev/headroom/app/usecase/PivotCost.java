package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.CacheException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Adds up all charges of a scope by any two dimensions: taxes, credits and purchases too, each currency apart.
public final class PivotCost {
    private final OpenWorkspace workspace;

    public PivotCost(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// @param knownOn the bills as they were known at this time; empty for now
    /// @param into everything in one currency; empty keeps the currencies apart
    public record Query(
            Scope scope,
            CostBasis basis,
            CostDimension rows,
            CostDimension columns,
            Optional<Instant> knownOn,
            Optional<InCurrency> into) {
        /// What holds now, each currency on its own.
        public Query(Scope scope, CostBasis basis, CostDimension rows, CostDimension columns) {
            this(scope, basis, rows, columns, Optional.empty(), Optional.empty());
        }
    }

    /// One pivot a currency, the one with the most charges first; none when no bill holds a charge of the scope.
    ///
    /// @throws UseCaseException of kind NO_DATA when nothing was known then, or a rate is missing or too old
    public List<CostPivot> run(Query query) throws UseCaseException {
        Map<CurrencyCode, Map<CostPivot.Place, CostPivot.Cell>> sums =
                new TreeMap<>(Comparator.comparing(CurrencyCode::value));
        try {
            ConvertedAmounts amounts = ConvertedAmounts.of(workspace, query.into(), query.knownOn());
            KnownBills.at(workspace, query.knownOn()).forEach(charge -> {
                if (takes(query.scope(), charge.line())) {
                    sums.computeIfAbsent(amounts.currency(charge), _ -> new HashMap<>())
                            .merge(
                                    new CostPivot.Place(
                                            query.rows().of(charge),
                                            query.columns().of(charge)),
                                    cell(amounts.amount(charge, query.basis())),
                                    CostPivot.Cell::plus);
                }
            });
            amounts.check();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
        List<CostPivot> pivots = new ArrayList<>();
        sums.forEach((currency, cells) -> pivots.add(new CostPivot(
                query,
                Objects.requireNonNull(currency),
                names(query.rows(), cells, true),
                names(query.columns(), cells, false),
                cells)));
        pivots.sort(Comparator.comparingLong((CostPivot pivot) -> -pivot.total().charges()));
        return List.copyOf(pivots);
    }

    private static boolean takes(Scope scope, ChargeLine line) {
        return (scope.provider().isEmpty() || scope.provider().equals(line.provider()))
                && (scope.account().isEmpty() || scope.account().equals(line.subAccount()))
                && (scope.resource().isEmpty() || scope.resource().equals(line.resource()))
                && switch (scope.slice()) {
                    case Scope.Slice.All() -> true;
                    case Scope.Slice.Service(String name) -> name.equals(line.service());
                    case Scope.Slice.Tag(String key, String value) ->
                        Objects.equals(line.tags().get(key), value);
                };
    }

    private static CostPivot.Cell cell(Optional<BigDecimal> amount) {
        return new CostPivot.Cell(amount.orElse(BigDecimal.ZERO), 1, amount.isPresent() ? 0 : 1);
    }

    private static List<String> names(
            CostDimension dimension, Map<CostPivot.Place, CostPivot.Cell> cells, boolean rows) {
        Map<String, CostPivot.Cell> totals = new TreeMap<>();
        cells.forEach((place, cell) -> totals.merge(rows ? place.row() : place.column(), cell, CostPivot.Cell::plus));
        if (dimension.kind() == CostDimension.Kind.MONTH) {
            return List.copyOf(totals.keySet());
        }
        return totals.entrySet().stream()
                .sorted(Map.Entry.<String, CostPivot.Cell>comparingByValue(
                                Comparator.comparing(CostPivot.Cell::sum).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
