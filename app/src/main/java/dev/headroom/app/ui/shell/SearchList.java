package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
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

/// The field of a search and its hits by section, with the keys that work in both.
final class SearchList<H> {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// How hits look.
    interface Face<H> {
        /// The heading over a hit; it is shown once for neighbours that share it.
        String section(H hit);

        HBox row(H hit, int position);
    }

    private final SearchModel<H> model;
    private final Face<H> face;
    private final String nothing;
    private final Runnable choose;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final Label count = Parts.label("", "small", "muted");

    /// @param nothing what stands in place of hits when there are none
    /// @param choose takes the selected hit
    SearchList(SearchModel<H> model, Face<H> face, String nothing, Runnable choose) {
        this.model = model;
        this.face = face;
        this.nothing = nothing;
        this.choose = choose;
        list.getStyleClass().add("palette-list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        field.textProperty().bindBidirectional(model.queryProperty());
        model.hits().addListener((ListChangeListener<H>) change -> fill());
        model.selectedProperty().addListener((source, before, now) -> mark());
        fill();
    }

    /// The line with the field.
    HBox head(String id, String prompt, String spoken, String icon) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(spoken);
        field.getStyleClass().add("palette-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = Parts.row(8, Icons.navigation(icon), field, count, Parts.keyCap("Esc"));
        head.getStyleClass().add("palette-head");
        return head;
    }

    /// A hairline that keeps inside the border.
    static Region line() {
        Region line = Parts.hairline();
        VBox.setMargin(line, new Insets(0, 1, 0, 1));
        return line;
    }

    VBox list() {
        return list;
    }

    TextField field() {
        return field;
    }

    /// Moves and takes the selection, or closes.
    void key(KeyEvent event, Runnable close) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> choose.run();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void fill() {
        list.getChildren().clear();
        count.setText("%,d of %,d".formatted(model.hits().size(), model.total()));
        String section = "";
        for (int i = 0; i < model.hits().size(); i++) {
            H hit = model.hits().get(i);
            if (!face.section(hit).equals(section)) {
                section = face.section(hit);
                list.getChildren().add(Parts.label(section, "palette-section"));
            }
            list.getChildren().add(row(hit, i));
        }
        if (model.hits().isEmpty()) {
            list.getChildren().add(new StackPane(Parts.label(nothing, "small", "muted", "palette-none")));
        }
        mark();
    }

    private HBox row(H hit, int position) {
        HBox row = face.row(hit, position);
        row.getStyleClass().add("palette-row");
        row.setUserData(position);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setOnMouseClicked(event -> {
            model.select(position);
            choose.run();
        });
        return row;
    }

    private void mark() {
        for (Node node : list.getChildren()) {
            node.pseudoClassStateChanged(
                    SELECTED, Integer.valueOf(model.selectedProperty().get()).equals(node.getUserData()));
        }
    }
}
