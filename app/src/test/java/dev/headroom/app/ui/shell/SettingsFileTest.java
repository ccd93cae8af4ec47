package dev.headroom.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Density;
import dev.headroom.app.ui.part.TableLayout;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.cost.CostBasis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("window.json"));
        for (Scope.Slice slice : List.of(
                new Scope.Slice.All(),
                new Scope.Slice.Service("Amazon Elastic Compute Cloud"),
                new Scope.Slice.Tag("team", "shop"))) {
            WindowSettings settings = new WindowSettings(
                    Theme.DARK,
                    1600,
                    1000,
                    true,
                    true,
                    PanelId.RISK,
                    "/data/demo",
                    new WindowSettings.Focus(new Scope("AWS", "prod-eu", slice, "db-1"), "db-2", CostBasis.LIST),
                    new WindowSettings.Tables(
                            Density.COMPACT,
                            Map.of(
                                    "Recommendations",
                                    new TableLayout(List.of("To", "From"), Map.of("To", 120.5), "From", true))),
                    new WindowSettings.Sharing(true, "/exports"));
            file.write(settings);
            assertThat(file.read()).isEqualTo(settings);
        }
    }

    @Test
    void aMissingOrDamagedFileGivesTheFirstSettings() throws IOException {
        Path path = folder.resolve("window.json");
        assertThat(new SettingsFile(path).read()).isEqualTo(WindowSettings.first());
        Files.writeString(path, "{ not json");
        assertThat(new SettingsFile(path).read()).isEqualTo(WindowSettings.first());
    }

    @Test
    void aWindowIsNeverSmallerThanItsContent() throws IOException {
        Path path = folder.resolve("window.json");
        Files.writeString(path, "{\"width\": 10, \"height\": 10, \"panel\": \"NONE\"}");
        assertThat(new SettingsFile(path).read()).satisfies(settings -> {
            assertThat(settings.width()).isEqualTo(WindowSettings.MIN_WIDTH);
            assertThat(settings.height()).isEqualTo(WindowSettings.MIN_HEIGHT);
            assertThat(settings.panel()).isEqualTo(PanelId.OVERVIEW);
        });
    }

    @Test
    void eachSystemHasItsOwnFolder() {
        Path home = Path.of("home");
        assertThat(SettingsFile.configFolder("Linux", Map.of(), home)).isEqualTo(home.resolve(".config/headroom"));
        assertThat(SettingsFile.configFolder("Linux", Map.of("XDG_CONFIG_HOME", "/c"), home))
                .isEqualTo(Path.of("/c/headroom"));
        assertThat(SettingsFile.configFolder("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/Headroom"));
        assertThat(SettingsFile.configFolder("Windows 11", Map.of("APPDATA", "r"), home))
                .isEqualTo(Path.of("r/Headroom"));
    }
}
