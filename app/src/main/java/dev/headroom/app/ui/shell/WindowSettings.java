package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.theme.Theme;

/// What the window remembers between two starts.
///
/// @param workspace the folder of the last workspace; empty when none was opened
/// @param account the chosen account; empty for all
/// @param resource the chosen server; empty for none
public record WindowSettings(
        Theme theme,
        double width,
        double height,
        boolean maximized,
        boolean collapsed,
        PanelId panel,
        String workspace,
        String account,
        String resource) {
    public static final double MIN_WIDTH = 1100;
    public static final double MIN_HEIGHT = 700;

    public WindowSettings {
        width = Math.max(MIN_WIDTH, width);
        height = Math.max(MIN_HEIGHT, height);
    }

    public static WindowSettings first() {
        return new WindowSettings(Theme.LIGHT, 1440, 900, false, false, PanelId.OVERVIEW, "", "", "");
    }
}
