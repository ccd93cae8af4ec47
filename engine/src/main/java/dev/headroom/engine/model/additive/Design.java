package dev.headroom.engine.model.additive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The regression columns: the trend first, then the terms one after the other.
record Design(Trend trend, List<Term> terms) {
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

    void fill(long index, double[] row) {
        trend.fill(index, row);
        int offset = trend.columns();
        for (Term term : terms) {
            term.fill(index, row, offset);
            offset += term.columns();
        }
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
        List<String> names = new ArrayList<>(List.of("level", "slope"));
        for (int j = 0; j < trend.changePoints(); j++) {
            names.add("change " + (j + 1));
        }
        for (Term term : terms) {
            for (int j = 0; j < term.columns(); j++) {
                names.add(term.name() + " " + (j + 1));
            }
        }
        return names;
    }
}
