package dev.headroom.app.ui.adapter;

import dev.headroom.app.ui.theme.Theme;
import dev.headroom.charts.theme.PlotTheme;

/// The palette of the charts for a theme of the window.
public final class PlotThemes {
    private PlotThemes() {}

    public static PlotTheme of(Theme theme) {
        return switch (theme) {
            case LIGHT -> PlotTheme.light();
            case DARK -> PlotTheme.dark();
        };
    }
}
