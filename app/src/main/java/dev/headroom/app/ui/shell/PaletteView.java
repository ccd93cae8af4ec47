package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import java.util.Arrays;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The command palette: a field, the hits by section and the keys that work in it.
final class PaletteView extends VBox {
    private final PaletteViewModel model;
    private final Runnable close;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final Label count = Parts.label("", "small", "muted");

    PaletteView(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().add("palette");
        setMinSize(640, Region.USE_PREF_SIZE);
        setMaxSize(640, Region.USE_PREF_SIZE);
        list.getStyleClass().add("palette-list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        getChildren().addAll(head(), line(), list, line(), foot());
        field.textProperty().bindBidirectional(model.queryProperty());
        model.hits().addListener((ListChangeListener<PaletteViewModel.Hit>) change -> fill());
        model.selectedProperty().addListener((source, before, now) -> mark());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        fill();
    }

    /// Puts the caret behind what is already typed.
    void begin(String query) {
        field.setText(query);
        field.requestFocus();
        field.end();
    }

    private HBox head() {
        field.setId("palette-field");
        field.setPromptText("Find or run anything");
        field.setAccessibleText("Find or run anything");
        field.getStyleClass().add("palette-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = Parts.row(8, Icons.navigation("fth-search"), field, count, Parts.keyCap("Esc"));
        head.getStyleClass().add("palette-head");
        return head;
    }

    private static Region line() {
        Region line = Parts.hairline();
        VBox.setMargin(line, new javafx.geometry.Insets(0, 1, 0, 1));
        return line;
    }

    private static HBox foot() {
        HBox foot = Parts.row(8, Parts.keyCap("↑ ↓"), Parts.label("choose", "small", "muted"));
        foot.getChildren().addAll(Parts.keyCap("Enter"), Parts.label("open", "small", "muted"), Parts.spring());
        foot.getChildren().add(Parts.label("> actions   # resources   @ panels", "small", "muted"));
        foot.getStyleClass().add("palette-foot");
        return foot;
    }

    private void fill() {
        list.getChildren().clear();
        count.setText("%d of %,d".formatted(model.hits().size(), model.total()));
        Command.Kind section = null;
        for (int i = 0; i < model.hits().size(); i++) {
            PaletteViewModel.Hit hit = model.hits().get(i);
            if (hit.command().kind() != section) {
                section = hit.command().kind();
                list.getChildren().add(Parts.label(section.title(), "palette-section"));
            }
            list.getChildren().add(row(hit, i));
        }
        if (model.hits().isEmpty()) {
            Label none =
                    Parts.label("Nothing fits these letters. Try fewer, or # for resources only.", "small", "muted");
            none.getStyleClass().add("palette-none");
            list.getChildren().add(new StackPane(none));
        }
        mark();
    }

    private HBox row(PaletteViewModel.Hit hit, int index) {
        Command command = hit.command();
        HBox row = Parts.row(11, Icons.medium(command.icon()), lettered(hit));
        row.getChildren().add(Parts.label(command.context(), "small", "muted"));
        row.getChildren().add(Parts.spring());
        if (!command.shortcut().isEmpty()) {
            row.getChildren().add(Parts.keyCap(command.shortcut()));
        }
        row.getStyleClass().add("palette-row");
        row.setUserData(index);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(command.label() + ", " + command.context());
        row.setOnMouseMoved(event -> model.select(index));
        row.setOnMouseClicked(event -> run());
        return row;
    }

    private static TextFlow lettered(PaletteViewModel.Hit hit) {
        TextFlow flow = new TextFlow();
        String label = hit.command().label();
        int[] found = hit.match().positions();
        int start = 0;
        while (start < label.length()) {
            boolean match = Arrays.binarySearch(found, start) >= 0;
            int end = start + 1;
            while (end < label.length() && (Arrays.binarySearch(found, end) >= 0) == match) {
                end++;
            }
            Text piece = new Text(label.substring(start, end));
            piece.getStyleClass().add(match || found.length == 0 ? "palette-match" : "palette-rest");
            flow.getChildren().add(piece);
            start = end;
        }
        flow.setMinWidth(Region.USE_PREF_SIZE);
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    private void mark() {
        for (Node node : list.getChildren()) {
            boolean chosen = Integer.valueOf(model.selectedProperty().get()).equals(node.getUserData());
            node.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("selected"), chosen);
        }
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
        model.chosen().ifPresent(command -> {
            close.run();
            command.action().run();
        });
    }
}
