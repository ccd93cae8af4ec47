package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.engine.cost.CostBasis;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The bar at the top: workspace, scope, search, as-of date, cost basis and the switches of the window.
final class TopBar extends HBox {
    private static final List<CostBasis> BASES = List.of(CostBasis.BILLED, CostBasis.EFFECTIVE, CostBasis.LIST);
    private final ShellViewModel model;
    private final ShellActions actions;

    TopBar(ShellViewModel model, ShellActions actions) {
        super(8);
        this.model = model;
        this.actions = actions;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        brand(),
                        workspace(),
                        new ScopeChip(model, actions),
                        Parts.spring(),
                        search(),
                        asOf(),
                        costBasis());
        getChildren().addAll(theme(), fullScreen(), bell());
    }

    private HBox brand() {
        HBox brand = Parts.row(11, new Logo(), Parts.label("Headroom", "brand"));
        brand.setMinWidth(184);
        brand.setPrefWidth(184);
        return brand;
    }

    private MenuButton workspace() {
        MenuButton chip = new MenuButton();
        chip.setId("workspace-chip");
        chip.setGraphic(Icons.small("fth-folder"));
        chip.textProperty().bind(model.workspaceNameProperty());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(chip, "Workspace   Ctrl+O opens another one");
        MenuItem other = new MenuItem("Open another workspace …");
        other.setOnAction(event -> actions.chooseWorkspace());
        MenuItem demo = new MenuItem("Open the demo fleet");
        demo.setOnAction(event -> actions.openDemo());
        chip.getItems().addAll(other, demo);
        return chip;
    }

    private Button search() {
        HBox face = Parts.row(9, Icons.small("fth-search"), Parts.elastic("Find or run anything", "small", "muted"));
        face.getChildren().addAll(Parts.spring(), Parts.keyCap("Ctrl+K"));
        face.setPrefWidth(228);
        Button button = new Button();
        button.setId("search-button");
        button.setGraphic(face);
        button.getStyleClass().add("search-button");
        button.setMinWidth(180);
        Parts.describe(button, "Find or run anything   Ctrl+K");
        button.setOnAction(event -> actions.openPalette(""));
        return button;
    }

    private Button asOf() {
        Button chip = new Button();
        chip.setGraphic(Icons.small("fth-calendar"));
        chip.textProperty().bind(Bindings.concat("As of ", model.asOfProperty()));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(chip, "The last complete day in the workspace. Opens Data.");
        chip.setOnAction(event -> model.open(PanelId.DATA));
        whenNotEmpty(chip, model.asOfProperty());
        return chip;
    }

    private MenuButton costBasis() {
        MenuButton chip = new MenuButton();
        chip.setId("cost-basis");
        chip.textProperty().bind(model.basisProperty().map(ScopeWords::basis));
        chip.setGraphic(Parts.label("Cost", "small", "muted"));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(chip, "Which cost column the figures add up");
        for (CostBasis basis : BASES) {
            MenuItem item = new MenuItem(ScopeWords.basis(basis));
            item.setOnAction(event -> model.basisProperty().set(basis));
            chip.getItems().add(item);
        }
        whenNotEmpty(chip, model.asOfProperty());
        return chip;
    }

    private static void whenNotEmpty(Region node, StringProperty text) {
        node.visibleProperty().bind(text.isNotEmpty());
        node.managedProperty().bind(text.isNotEmpty());
    }

    private Button theme() {
        Button button = Parts.iconButton("fth-moon", "Dark theme   Ctrl+Shift+L", model::switchTheme);
        button.setId("theme-button");
        Runnable follow = () -> {
            boolean light = model.themeProperty().get() == Theme.LIGHT;
            button.setGraphic(Icons.medium(light ? "fth-moon" : "fth-sun"));
            Parts.describe(button, light ? "Dark theme   Ctrl+Shift+L" : "Light theme   Ctrl+Shift+L");
        };
        model.themeProperty().addListener((source, before, now) -> follow.run());
        follow.run();
        return button;
    }

    private Button fullScreen() {
        return Parts.iconButton("fth-maximize", "Presentation mode   F11", actions::present);
    }

    private Button bell() {
        Button bell = Parts.iconButton("fth-bell", "Notifications   Ctrl+Shift+B", actions::showNotices);
        bell.setId("bell-button");
        return bell;
    }
}
