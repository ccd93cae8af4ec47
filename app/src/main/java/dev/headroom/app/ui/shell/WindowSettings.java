package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Density;
import dev.headroom.app.ui.part.TableLayout;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.cost.CostBasis;
import java.util.Map;

/// What the window remembers between two starts.
///
/// @param workspace the folder of the last workspace; empty when none was opened
public record WindowSettings(
        Theme theme,
        double width,
        double height,
        boolean maximized,
        boolean collapsed,
        PanelId panel,
        String workspace,
        Focus focus,
        Tables tables,
        Sharing sharing) {
    public static final double MIN_WIDTH = 1100;
    public static final double MIN_HEIGHT = 700;

    /// What the panels look at.
    ///
    /// @param selection the id of the server that the panels have in common; empty for none
    public record Focus(Scope scope, String selection, CostBasis basis) {
        public static final Focus ALL = new Focus(Scope.ALL, "", CostBasis.EFFECTIVE);
    }

    /// How tables look.
    ///
    /// @param layouts by the name of the table
    public record Tables(Density density, Map<String, TableLayout> layouts) {
        public static final Tables USUAL = new Tables(Density.COMFORTABLE, Map.of());

        public Tables {
            layouts = Map.copyOf(layouts);
        }
    }

    /// How things are shown to others.
    ///
    /// @param pseudonyms true when accounts and hosts are shown under invented names
    /// @param folder where the last export was written; empty for none
    public record Sharing(boolean pseudonyms, String folder) {
        public static final Sharing FIRST = new Sharing(false, "");
    }

    public WindowSettings {
        width = Math.max(MIN_WIDTH, width);
        height = Math.max(MIN_HEIGHT, height);
    }

    public static WindowSettings first() {
        return new WindowSettings(
                Theme.LIGHT, 1440, 900, false, false, PanelId.OVERVIEW, "", Focus.ALL, Tables.USUAL, Sharing.FIRST);
    }

    /// The same settings for a window of another size.
    public WindowSettings sized(double newWidth, double newHeight) {
        return new WindowSettings(
                theme, newWidth, newHeight, maximized, collapsed, panel, workspace, focus, tables, sharing);
    }
}
