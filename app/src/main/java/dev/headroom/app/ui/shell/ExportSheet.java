package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.ExportFormat;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the panel in front can be exported as: one line a chart or table, one button a format.
final class ExportSheet extends VBox {
    ExportSheet(List<Exportable> all, BiConsumer<Exportable, ExportFormat> export, Runnable close) {
        super(8);
        getStyleClass().addAll("dialog-card", "export-sheet");
        setMinSize(520, Region.USE_PREF_SIZE);
        setMaxSize(520, Region.USE_PREF_SIZE);
        HBox head = Parts.row(8, Parts.label("Export", "section-title"), Parts.spring());
        head.getChildren().add(Parts.iconButton("fth-x", "Close   Esc", close));
        getChildren().addAll(head, Parts.hairline());
        if (all.isEmpty()) {
            getChildren().add(Parts.prose("This panel shows no chart and no table now.", "small", "muted"));
        }
        for (Exportable what : all) {
            String icon = what instanceof Exportable.Chart ? "fth-trending-up" : "fth-columns";
            HBox row = Parts.row(6, Icons.medium(icon), Parts.elastic(what.name(), "body"), Parts.spring());
            for (ExportFormat format : what.formats()) {
                Button button = Parts.button(
                        format.name(),
                        "",
                        () -> {
                            close.run();
                            export.accept(what, format);
                        },
                        "small-button");
                Parts.describe(button, "Export " + what.name() + " as " + format.label());
                row.getChildren().add(button);
            }
            getChildren().add(row);
        }
    }

    /// Puts the focus on the first format, so that Enter exports what was in focus.
    void begin() {
        lookupAll(".small-button").stream().findFirst().ifPresent(Node::requestFocus);
    }
}
