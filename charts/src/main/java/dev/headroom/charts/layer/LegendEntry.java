package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;

/// One entry of a legend: a sample of the mark and its name.
public record LegendEntry(String text, Swatch swatch, Ink ink) {
    /// The sample that stands for the mark.
    public enum Swatch {
        LINE,
        DASHED,
        BOX,
        BREACH,
        DOT
    }

    /// The width this sample takes at screen size.
    public double swatchWidth() {
        return switch (swatch) {
            case LINE, DASHED -> 16;
            case BOX -> 10;
            case BREACH -> 26;
            case DOT -> 8;
        };
    }
}
