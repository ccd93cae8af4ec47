package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;

/// The point on a line that the crosshair marks with a dot.
public record FocusPoint(double x, double value, Ink ink) {}
