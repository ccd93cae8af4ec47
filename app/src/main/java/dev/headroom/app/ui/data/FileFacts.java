package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is known about an imported file without rejects.
final class FileFacts {
    private FileFacts() {}

    static VBox of(ImportRow row, Formats formats) {
        VBox facts = new VBox(6);
        row.file().problem().ifPresent(problem -> facts.getChildren().add(fact("Code", problem.code())));
        facts.getChildren().add(fact("File", shortened(row.file().path())));
        if (row.file().first().isPresent() && row.file().last().isPresent()) {
            facts.getChildren()
                    .add(fact(
                            "Covers",
                            formats.dayYear(row.file().first().get()) + " – "
                                    + formats.dayYear(row.file().last().get())));
        }
        row.file()
                .billed()
                .forEach((currency, total) ->
                        facts.getChildren().add(fact("Billed in " + currency, total.toPlainString())));
        return facts;
    }

    /// The file with its folder, which tells more than the name and fits where the whole path would not.
    private static String shortened(Path path) {
        int names = path.getNameCount();
        return names <= 2 ? path.toString() : path.subpath(names - 2, names).toString();
    }

    private static HBox fact(String name, String value) {
        Label label = Parts.label(name, "small", "muted");
        label.setMinWidth(110);
        return new HBox(8, label, Parts.elastic(value, "small"));
    }
}
