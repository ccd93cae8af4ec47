package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.MapChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The navigation at the left: one item a panel, icon only when collapsed.
final class NavigationBar extends VBox {
    private final ShellViewModel model;
    private final BooleanBinding collapsed;
    private final Map<PanelId, ToggleButton> items = new EnumMap<>(PanelId.class);

    NavigationBar(ShellViewModel model) {
        this.model = model;
        this.collapsed = model.collapsedProperty().or(model.narrowProperty());
        getStyleClass().add("navigation");
        setAccessibleText("Panels");
        ToggleGroup group = new ToggleGroup();
        PanelId.Group section = PanelId.Group.LOOK;
        for (PanelId id : PanelId.values()) {
            if (id.group() != section) {
                section = id.group();
                getChildren().add(divider());
            }
            getChildren().add(row(id, group));
        }
        getChildren().addAll(Parts.spring(), collapseButton());
        model.panelProperty().addListener((source, before, now) -> select(now));
        select(model.panelProperty().get());
        collapsed.addListener((source, before, now) -> resize());
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        resize();
    }

    private void resize() {
        double width = collapsed.get() ? 56 : 200;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    private void select(PanelId id) {
        ToggleButton item = items.get(id);
        if (item != null) {
            item.setSelected(true);
        }
    }

    private HBox row(PanelId id, ToggleGroup group) {
        ToggleButton item = new ToggleButton();
        item.setId("nav-" + id.name().toLowerCase(Locale.ROOT));
        item.getStyleClass().add("nav-item");
        item.setToggleGroup(group);
        item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        item.setMinWidth(38);
        item.setMaxWidth(Double.MAX_VALUE);
        item.setAccessibleText(id.label());
        item.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        item.setGraphic(face(id));
        Tooltip tip = new Tooltip(id.label() + (id.shortcut().isEmpty() ? "" : "   " + id.shortcut()));
        item.setTooltip(tip);
        item.setOnAction(event -> {
            item.setSelected(true);
            model.open(id);
        });
        items.put(id, item);
        Region bar = new Region();
        bar.getStyleClass().add("nav-bar");
        bar.visibleProperty().bind(item.selectedProperty());
        HBox row = new HBox(bar, item);
        row.getStyleClass().add("nav-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(item, Priority.ALWAYS);
        return row;
    }

    private HBox face(PanelId id) {
        Label label = Parts.elastic(id.label(), "nav-label");
        Label count = Parts.label("", "nav-count");
        HBox face = new HBox(11, Icons.navigation(id.icon()), label, Parts.spring(), count);
        face.setAlignment(Pos.CENTER_LEFT);
        for (Region part : new Region[] {label, count}) {
            part.visibleProperty().bind(collapsed.not());
            part.managedProperty().bind(collapsed.not());
        }
        face.prefWidthProperty().bind(Bindings.when(collapsed).then(18).otherwise(156));
        count.setText(model.counts().getOrDefault(id, ""));
        model.counts().addListener((MapChangeListener<PanelId, String>)
                change -> count.setText(model.counts().getOrDefault(id, "")));
        return face;
    }

    private Button collapseButton() {
        Label label = Parts.elastic("Collapse", "nav-label");
        HBox face = new HBox(11, Icons.navigation("fth-chevrons-left"), label);
        face.setAlignment(Pos.CENTER_LEFT);
        label.visibleProperty().bind(collapsed.not());
        label.managedProperty().bind(collapsed.not());
        Button button = new Button();
        button.setId("nav-collapse");
        button.getStyleClass().add("nav-collapse");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setGraphic(face);
        button.setAlignment(Pos.CENTER_LEFT);
        Parts.describe(button, "Collapse or expand the navigation   Ctrl+B");
        button.setOnAction(event ->
                model.collapsedProperty().set(!model.collapsedProperty().get()));
        button.disableProperty().bind(model.narrowProperty());
        return button;
    }

    private static Region divider() {
        Region line = Parts.hairline();
        line.getStyleClass().add("nav-divider");
        VBox.setMargin(line, new Insets(4, 9, 4, 18));
        return line;
    }

    private void arrows(KeyEvent event) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        PanelId[] all = PanelId.values();
        for (PanelId id : all) {
            ToggleButton item = items.get(id);
            if (by != 0 && item != null && item.isFocused()) {
                PanelId next = all[Math.floorMod(id.ordinal() + by, all.length)];
                ToggleButton target = items.get(next);
                if (target != null) {
                    target.requestFocus();
                    model.open(next);
                }
                event.consume();
                return;
            }
        }
    }
}
