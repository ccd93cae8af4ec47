package dev.headroom.engine.series;

import java.util.Arrays;
import java.util.Optional;

/// How the readings within one step became one observation.
public enum Statistic {
    MEAN("mean"),
    P95("p95"),
    MAX("max"),
    MIN("min"),
    SUM("sum"),
    LAST("last");

    private final String code;

    Statistic(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Statistic> ofCode(String code) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.code.equals(code))
                .findFirst();
    }
}
