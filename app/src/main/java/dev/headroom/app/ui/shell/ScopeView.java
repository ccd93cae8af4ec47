package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.Scope;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The search in the breadcrumb: a field and the scopes that fit, level by level.
final class ScopeView extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double HIGHEST = 460;
    private final ScopeViewModel model;
    private final Consumer<Scope> choose;
    private final Runnable close;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Label count = Parts.label("", "small", "muted");

    ScopeView(ScopeViewModel model, Consumer<Scope> choose, Runnable close) {
        this.model = model;
        this.choose = choose;
        this.close = close;
        getStyleClass().addAll("palette", "scope-search");
        setMinSize(480, Region.USE_PREF_SIZE);
        setMaxSize(480, Region.USE_PREF_SIZE);
        list.getStyleClass().add("palette-list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        field.setId("scope-field");
        field.setPromptText("Account, service, tag or server");
        field.setAccessibleText("Find a scope");
        field.getStyleClass().add("palette-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = Parts.row(8, Icons.navigation("fth-filter"), field, count, Parts.keyCap("Esc"));
        head.getStyleClass().add("palette-head");
        Region line = Parts.hairline();
        VBox.setMargin(line, new Insets(0, 1, 0, 1));
        scroll.setContent(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(HIGHEST);
        scroll.setFocusTraversable(false);
        getChildren().addAll(head, line, scroll);
        field.textProperty().bindBidirectional(model.queryProperty());
        model.hits().addListener((ListChangeListener<ScopeViewModel.Choice>) change -> fill());
        model.selectedProperty().addListener((source, before, now) -> mark());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        fill();
    }

    void begin() {
        field.requestFocus();
    }

    private void fill() {
        list.getChildren().clear();
        count.setText("%,d of %,d".formatted(model.hits().size(), model.total()));
        ScopeViewModel.Level level = null;
        for (int i = 0; i < model.hits().size(); i++) {
            ScopeViewModel.Choice choice = model.hits().get(i);
            if (choice.level() != level) {
                level = choice.level();
                list.getChildren().add(Parts.label(level.title(), "palette-section"));
            }
            list.getChildren().add(row(choice, i));
        }
        if (model.hits().isEmpty()) {
            Label none = Parts.label("Nothing fits these letters.", "small", "muted", "palette-none");
            list.getChildren().add(none);
        }
        mark();
    }

    private HBox row(ScopeViewModel.Choice choice, int index) {
        HBox row = Parts.row(11, Icons.medium(icon(choice.level())), Parts.elastic(choice.label(), "body"));
        row.getStyleClass().addAll("palette-row", "scope-row");
        row.setUserData(index);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(choice.level().title() + ": " + choice.label());
        row.setOnMouseClicked(event -> {
            model.select(index);
            run();
        });
        return row;
    }

    private static String icon(ScopeViewModel.Level level) {
        return switch (level) {
            case WIDER -> "fth-arrow-up-left";
            case PROVIDER -> "fth-cloud";
            case ACCOUNT -> "fth-folder";
            case SERVICE -> "fth-grid";
            case TAG -> "fth-tag";
            case RESOURCE -> "fth-server";
        };
    }

    private void mark() {
        for (Node node : list.getChildren()) {
            node.pseudoClassStateChanged(
                    SELECTED, Integer.valueOf(model.selectedProperty().get()).equals(node.getUserData()));
        }
        int rows = model.hits().size();
        scroll.setVvalue(rows < 2 ? 0 : model.selectedProperty().get() / (rows - 1.0));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> run();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run() {
        model.chosen().ifPresent(scope -> {
            close.run();
            choose.accept(scope);
        });
    }
}
