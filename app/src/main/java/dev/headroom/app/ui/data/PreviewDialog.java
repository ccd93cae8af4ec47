package dev.headroom.app.ui.data;

import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.FilePreviewResult;
import dev.headroom.app.usecase.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What an import would read, file by file, before anything is written.
public final class PreviewDialog extends VBox {
    private static final double WIDTH = 760;

    /// @param confirm imports the files that can be read
    /// @param close leaves everything as it is
    public PreviewDialog(List<FilePreviewResult> files, Runnable confirm, Runnable close) {
        super(12);
        getStyleClass().addAll("dialog-card", "preview-dialog");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, 560);
        long good = files.stream().filter(file -> file.problem().isEmpty()).count();
        String title = good == files.size()
                ? counted(good) + " to import"
                : "%d of %s can be imported".formatted(good, counted(files.size()));
        HBox head = Parts.row(8, Parts.label(title, "section-title"), Parts.spring());
        head.getChildren().add(Parts.label("Nothing is written yet", "small", "muted"));
        VBox list = new VBox(16);
        files.forEach(file -> list.getChildren().add(file(file)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        Button cancel = Parts.button("Cancel", "", close);
        Button go = Parts.button("Import " + counted(good), "fth-upload", confirm, "primary");
        go.setId("import-confirm");
        go.setDisable(good == 0);
        HBox foot = Parts.row(8, Parts.spring(), cancel, go);
        getChildren().addAll(head, Parts.hairline(), scroll, Parts.hairline(), foot);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    private static String counted(long count) {
        return count == 1 ? "1 file" : "%,d files".formatted(count);
    }

    private static VBox file(FilePreviewResult file) {
        Path name = file.path().getFileName();
        HBox head = Parts.row(8, Parts.elastic(name == null ? file.path().toString() : name.toString(), "strong"));
        VBox box = new VBox(6, head);
        Optional<Problem> problem = file.problem();
        if (problem.isPresent()) {
            head.getChildren().add(Parts.badge(Tone.BAD, "fth-alert-octagon", "Cannot be read"));
            box.getChildren().add(Parts.prose(problem.get().message(), "small"));
            box.getChildren().add(Parts.label(problem.get().code(), "caption", "muted"));
            return box;
        }
        head.getChildren().add(Parts.badge(Tone.GOOD, "fth-check", ImportRow.words(file.format())));
        head.getChildren().add(Parts.label(encoding(file), "small", "muted"));
        box.getChildren().add(columns("Will be used", file.recognised(), "tone-accent"));
        if (!file.ignored().isEmpty()) {
            box.getChildren().add(columns("Will be ignored", file.ignored(), "neutral"));
        }
        if (!file.rows().isEmpty()) {
            box.getChildren().add(sample(file));
        }
        return box;
    }

    private static String encoding(FilePreviewResult file) {
        List<String> words = new ArrayList<>();
        if (!file.encoding().isEmpty()) {
            words.add(file.encoding());
        }
        if (!file.delimiter().isEmpty()) {
            words.add("separated by " + (file.delimiter().equals("\t") ? "tabs" : file.delimiter()));
        }
        return String.join(", ", words);
    }

    private static HBox columns(String title, List<String> names, String tone) {
        Label label = Parts.label(title, "small", "muted");
        label.setMinWidth(96);
        FlowPane flow = new FlowPane(6, 4);
        flow.setPrefWrapLength(WIDTH - 160);
        names.stream().limit(24).forEach(name -> flow.getChildren().add(Parts.label(name, "badge", tone)));
        if (names.size() > 24) {
            flow.getChildren().add(Parts.label("and " + (names.size() - 24) + " more", "small", "muted"));
        }
        HBox row = new HBox(8, label, flow);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static ScrollPane sample(FilePreviewResult file) {
        GridPane grid = new GridPane(12, 2);
        List<List<String>> rows = file.rows();
        for (int r = 0; r < Math.min(4, rows.size()); r++) {
            for (int c = 0; c < Math.min(10, rows.get(r).size()); c++) {
                Label cell = Parts.label(shortened(rows.get(r).get(c)), "raw");
                grid.add(cell, c, r);
            }
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        scroll.setAccessibleText("First rows");
        return scroll;
    }

    private static String shortened(String value) {
        return value.isEmpty() ? "–" : value.length() > 28 ? value.substring(0, 27) + "…" : value;
    }
}
