package dev.headroom.engine.reconcile;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How forecasts of the nodes of a hierarchy are made to add up.
public enum ReconciliationMethod {
    /// The leaves are kept, aggregates are their sums.
    BOTTOM_UP("bottom-up"),
    /// The total is kept and split by the averages of the history.
    TOP_DOWN("top-down"),
    /// The total is kept and split by the average of the historical shares.
    TOP_DOWN_AVERAGE_SHARES("top-down-shares"),
    /// The total is kept and split by the shares of the forecasts, level by level.
    TOP_DOWN_FORECAST("top-down-forecast"),
    /// Least squares: every node counts the same.
    OLS("ols"),
    /// Weighted least squares: a node counts less the more leaves it adds up.
    WLS_STRUCTURAL("wls-struct"),
    /// Weighted least squares: a node counts less the larger its errors were.
    WLS_VARIANCE("wls-var"),
    /// Minimum trace: errors and their correlations, which are shrunk.
    MINT("mint");

    private final String code;

    ReconciliationMethod(String code) {
        this.code = code;
    }

    /// As it is typed on the command line.
    public String code() {
        return code;
    }

    /// @throws IllegalArgumentException when there is no such method; the message lists the known ones
    public static ReconciliationMethod parse(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method (" + code + ") must be one of "
                        + Arrays.stream(values())
                                .map(ReconciliationMethod::code)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
