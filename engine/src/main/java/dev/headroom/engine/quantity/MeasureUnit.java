package dev.headroom.engine.quantity;

import java.util.Arrays;
import java.util.Optional;

/// The unit of an observation. Megabit and megabyte are decimal (10^6).
public enum MeasureUnit {
    PERCENT("%"),
    MEGABITS_PER_SECOND("Mbit/s"),
    MEGABYTES_PER_SECOND("MB/s"),
    BYTES("B"),
    COUNT("count"),
    PER_SECOND("1/s"),
    MILLISECONDS("ms"),
    CURRENCY("currency"),
    UNKNOWN("");

    private final String symbol;

    MeasureUnit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    public static Optional<MeasureUnit> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }
}
