package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.part.Parts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of shortcuts that F1 shows.
final class ShortcutSheet extends VBox {
    private static final double WIDTH = 700;

    ShortcutSheet(List<Command> commands, Runnable close) {
        super(12);
        getStyleClass().addAll("dialog-card", "shortcut-sheet");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        HBox head = Parts.row(8, Parts.label("Shortcuts", "section-title"), Parts.spring());
        head.getChildren().add(Parts.iconButton("fth-x", "Close   Esc", close));
        GridPane grid = new GridPane(16, 8);
        for (int column = 0; column < 2; column++) {
            ColumnConstraints words = new ColumnConstraints();
            words.setHgrow(Priority.ALWAYS);
            ColumnConstraints keys = new ColumnConstraints();
            keys.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().addAll(words, keys);
        }
        List<Command> shown = commands.stream()
                .filter(command -> !command.shortcut().isEmpty())
                .toList();
        int rows = (shown.size() + 1) / 2;
        for (int i = 0; i < shown.size(); i++) {
            Command command = shown.get(i);
            int column = i / rows * 2;
            grid.add(Parts.elastic(command.label(), "small"), column, i % rows);
            grid.add(Parts.keyCap(command.shortcut()), column + 1, i % rows);
        }
        getChildren().addAll(head, Parts.hairline(), grid);
    }
}
