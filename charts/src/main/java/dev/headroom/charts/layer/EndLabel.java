package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;

/// The name of a line, written at its right end at the height of its last value in view.
public record EndLabel(String text, double value, Ink ink) {}
