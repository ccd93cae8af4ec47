package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Cost of one currency by two dimensions, in exact decimals. A name that the bills do not give is empty.
///
/// @param rows the names of the rows, the most expensive first; months in their order
/// @param columns the names of the columns, likewise
/// @param cells by row and column; without an entry there was no charge
public record CostPivot(
        PivotCost.Query query, CurrencyCode currency, List<String> rows, List<String> columns, Map<Place, Cell> cells) {
    public CostPivot {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = Map.copyOf(cells);
    }

    public record Place(String row, String column) {}

    /// @param sum over the charges that give the amount
    /// @param charges how many charges there are, counted by line of the bill and day
    /// @param unknown how many of them do not give the amount; the sum is too low by them
    public record Cell(BigDecimal sum, long charges, long unknown) {
        static final Cell NONE = new Cell(BigDecimal.ZERO, 0, 0);

        Cell plus(Cell other) {
            return new Cell(sum.add(other.sum), charges + other.charges, unknown + other.unknown);
        }

        /// The sum; empty when no charge gives the amount.
        public Optional<BigDecimal> amount() {
            return charges == unknown ? Optional.empty() : Optional.of(sum);
        }
    }

    /// Empty where there was no charge.
    public Optional<Cell> cell(String row, String column) {
        return Optional.ofNullable(cells.get(new Place(row, column)));
    }

    public Cell rowTotal(String row) {
        return sum(cells.entrySet().stream()
                .filter(entry -> Objects.requireNonNull(entry.getKey()).row().equals(row))
                .map(Map.Entry::getValue)
                .toList());
    }

    public Cell columnTotal(String column) {
        return sum(cells.entrySet().stream()
                .filter(entry -> Objects.requireNonNull(entry.getKey()).column().equals(column))
                .map(Map.Entry::getValue)
                .toList());
    }

    public Cell total() {
        return sum(cells.values());
    }

    /// Several cells as one.
    public static Cell sum(Collection<Cell> cells) {
        return cells.stream().reduce(Cell.NONE, Cell::plus);
    }
}
