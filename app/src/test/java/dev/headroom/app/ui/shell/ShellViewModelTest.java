package dev.headroom.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.app.usecase.Scope;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private final ShellViewModel model = new ShellViewModel(WindowSettings.first());

    @Test
    void backAndForwardFollowTheWay() {
        model.open(PanelId.RISK);
        model.open(PanelId.FORECAST);
        model.back();
        assertThat(model.panelProperty().get()).isEqualTo(PanelId.RISK);
        model.back();
        assertThat(model.panelProperty().get()).isEqualTo(PanelId.OVERVIEW);
        model.back();
        assertThat(model.panelProperty().get()).isEqualTo(PanelId.OVERVIEW);
        model.forward();
        assertThat(model.panelProperty().get()).isEqualTo(PanelId.RISK);
    }

    @Test
    void aNewStepForgetsTheWayForward() {
        model.open(PanelId.RISK);
        model.back();
        model.open(PanelId.DATA);
        model.forward();
        assertThat(model.panelProperty().get()).isEqualTo(PanelId.DATA);
    }

    @Test
    void choosingAServerKeepsTheScopeAndOpensThePanel() {
        Scope scope = Scope.ALL.withAccount("prod-eu");
        model.scopeProperty().set(scope);
        model.openResource("db-eu-07", PanelId.FORECAST);
        assertThat(model.scopeProperty().get()).isEqualTo(scope);
        assertThat(model.selectionProperty().get()).isEqualTo("db-eu-07");
        assertThat(model.panelProperty().get()).isEqualTo(PanelId.FORECAST);
    }

    @Test
    void theWayBackRemembersTheServer() {
        model.openResource("db-1", PanelId.FORECAST);
        model.openResource("db-2", PanelId.FORECAST);
        model.back();
        assertThat(model.selectionProperty().get()).isEqualTo("db-1");
        assertThat(model.panelProperty().get()).isEqualTo(PanelId.FORECAST);
        model.forward();
        assertThat(model.selectionProperty().get()).isEqualTo("db-2");
    }

    @Test
    void settingsCarryWhatTheWindowShows() {
        model.switchTheme();
        model.open(PanelId.RIGHTSIZING);
        assertThat(model.settings(1500, 950, false, "/data")).satisfies(settings -> {
            assertThat(settings.theme()).isEqualTo(Theme.DARK);
            assertThat(settings.panel()).isEqualTo(PanelId.RIGHTSIZING);
            assertThat(settings.workspace()).isEqualTo("/data");
        });
    }
}
