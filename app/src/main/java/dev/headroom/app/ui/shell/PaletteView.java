package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import java.util.Arrays;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The command palette: a field, the hits by section and the keys that work in it.
final class PaletteView extends VBox implements SearchList.Face<PaletteViewModel.Hit> {
    private final PaletteViewModel model;
    private final Runnable close;
    private final SearchList<PaletteViewModel.Hit> search;

    PaletteView(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        this.search = new SearchList<>(
                model, this, "Nothing fits these letters. Try fewer, or # for resources only.", this::run);
        getStyleClass().add("palette");
        setMinSize(640, Region.USE_PREF_SIZE);
        setMaxSize(640, Region.USE_PREF_SIZE);
        HBox head = search.head("palette-field", "Find or run anything", "Find or run anything", "fth-search");
        getChildren().addAll(head, SearchList.line(), search.list(), SearchList.line(), foot());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> search.key(event, close));
    }

    /// Puts the caret behind what is already typed.
    void begin(String query) {
        search.field().setText(query);
        search.field().requestFocus();
        search.field().end();
    }

    private static HBox foot() {
        HBox foot = Parts.row(8, Parts.keyCap("↑ ↓"), Parts.label("choose", "small", "muted"));
        foot.getChildren().addAll(Parts.keyCap("Enter"), Parts.label("open", "small", "muted"), Parts.spring());
        foot.getChildren().add(Parts.label("> actions   # resources   @ panels", "small", "muted"));
        foot.getStyleClass().add("palette-foot");
        return foot;
    }

    @Override
    public String section(PaletteViewModel.Hit hit) {
        return hit.command().kind().title();
    }

    @Override
    public HBox row(PaletteViewModel.Hit hit, int position) {
        Command command = hit.command();
        HBox row = Parts.row(11, Icons.medium(command.icon()), lettered(hit));
        row.getChildren().add(Parts.label(command.context(), "small", "muted"));
        row.getChildren().add(Parts.spring());
        if (!command.shortcut().isEmpty()) {
            row.getChildren().add(Parts.keyCap(command.shortcut()));
        }
        row.setAccessibleText(command.label() + ", " + command.context());
        row.setOnMouseMoved(event -> model.select(position));
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

    private void run() {
        model.chosen().ifPresent(command -> {
            close.run();
            command.action().run();
        });
    }
}
