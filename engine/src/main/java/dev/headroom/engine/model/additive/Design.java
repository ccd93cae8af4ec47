package dev.headroom.engine.model.additive;

import dev.headroom.engine.model.Growth;
import dev.headroom.engine.series.TimeGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The regression columns: the trend first, then the terms one after the other.
///
/// @param multiplies true when the terms are shares of the trend
record Design(TimeGrid grid, Growth growth, Trend trend, List<Term> terms, boolean multiplies) {
    Design {
        terms = List.copyOf(terms);
    }

    int columns() {
        return trend.columns() + terms.stream().mapToInt(Term::columns).sum();
    }

    /// Where the columns of a term begin.
    int offset(int term) {
        return trend.columns()
                + terms.subList(0, term).stream().mapToInt(Term::columns).sum();
    }

    /// The row of a grid point; NaN where a regressor or a bound is not known.
    Curve.Point point(long index) {
        double[] row = new double[columns()];
        trend.fill(index, row);
        int offset = trend.columns();
        for (Term term : terms) {
            term.fill(index, row, offset);
            offset += term.columns();
        }
        return growth instanceof Growth.Logistic logistic
                ? new Curve.Point(
                        row,
                        logistic.floor().at(grid.at(index)),
                        logistic.capacity().at(grid.at(index)))
                : new Curve.Point(row, 0, 0);
    }

    /// True when everything that a point needs is known.
    static boolean isKnown(Curve.Point point) {
        return !Double.isNaN(point.floor())
                && !Double.isNaN(point.capacity())
                && Arrays.stream(point.row()).noneMatch(Double::isNaN);
    }

    /// Prior scales of the columns after the trend.
    double[] priors() {
        return terms.stream()
                .flatMapToDouble(term -> {
                    double[] scales = new double[term.columns()];
                    Arrays.fill(scales, term.priorScale());
                    return Arrays.stream(scales);
                })
                .toArray();
    }

    List<String> columnNames() {
        List<String> names = new ArrayList<>(List.of("level", "slope").subList(0, trend.firstChange()));
        for (int j = 0; j < trend.changePoints(); j++) {
            names.add("change " + (j + 1));
        }
        for (Term term : terms) {
            for (int j = 0; j < term.columns(); j++) {
                names.add(term.columns() == 1 ? term.name() : term.name() + " " + (j + 1));
            }
        }
        return names;
    }
}
