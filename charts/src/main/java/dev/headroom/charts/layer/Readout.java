package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;
import java.util.Optional;

/// One line of what the crosshair reads: a name, a value, and the colour swatch of a band if there is one.
public record Readout(String name, String value, Weight weight, Optional<Ink> swatch) {
    /// How loud the value is.
    public enum Weight {
        NORMAL,
        STRONG
    }

    /// A loud value without a swatch.
    public static Readout strong(String name, String value) {
        return new Readout(name, value, Weight.STRONG, Optional.empty());
    }

    /// A quiet value with a swatch.
    public static Readout of(String name, String value, Ink swatch) {
        return new Readout(name, value, Weight.NORMAL, Optional.of(swatch));
    }
}
