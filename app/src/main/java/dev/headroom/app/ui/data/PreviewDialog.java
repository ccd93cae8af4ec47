package dev.headroom.app.ui.data;

import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.FilePreviewResult;
import dev.headroom.app.usecase.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
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

/// What an import would read, file by file, before anything is written, and what a file leaves open.
public final class PreviewDialog extends VBox {
    private static final double WIDTH = 760;

    private final ImportDesk desk;
    private final Label title = Parts.label("", "section-title");
    private final VBox list = new VBox(16);
    private final Button go;

    /// @param confirm imports the files that can be read
    /// @param close leaves everything as it is
    public PreviewDialog(ImportDesk desk, Runnable confirm, Runnable close) {
        super(12);
        this.desk = desk;
        getStyleClass().addAll("dialog-card", "preview-dialog");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        HBox head = Parts.row(8, title, Parts.spring());
        head.getChildren().add(Parts.label("Nothing is written yet", "small", "muted"));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        Button cancel = Parts.button("Cancel", "", close);
        go = Parts.button("Import", "fth-upload", confirm, "primary");
        go.setId("import-confirm");
        HBox foot = Parts.row(8, Parts.spring(), cancel, go);
        getChildren().addAll(head, Parts.hairline(), scroll, Parts.hairline(), foot);
        desk.items().addListener((ListChangeListener<ImportDesk.Item>) change -> show());
        show();
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    private void show() {
        long good = desk.ready();
        int all = desk.items().size();
        String open = desk.open() == 0
                ? ""
                : desk.open() == 1 ? ", 1 needs an answer" : ", " + desk.open() + " need an answer";
        title.setText(
                (good == all ? counted(good) + " to import" : "%d of %s can be imported".formatted(good, counted(all)))
                        + open);
        go.setText("Import " + counted(good));
        go.setDisable(good == 0);
        list.getChildren().setAll(desk.items().stream().map(this::file).toList());
        if (getScene() != null) {
            // What had the focus is gone; without it Escape would not arrive here.
            requestFocus();
        }
    }

    private static String counted(long count) {
        return count == 1 ? "1 file" : "%,d files".formatted(count);
    }

    private VBox file(ImportDesk.Item item) {
        FilePreviewResult file = item.result();
        Path name = file.path().getFileName();
        HBox head = Parts.row(8, Parts.elastic(name == null ? file.path().toString() : name.toString(), "strong"));
        VBox box = new VBox(6, head);
        Optional<Problem> problem = file.problem();
        if (item.looking()) {
            head.getChildren().add(Parts.badge(Tone.NEUTRAL, "fth-clock", "Looking again"));
        } else if (item.open()) {
            head.getChildren().add(Parts.badge(Tone.WATCH, "fth-help-circle", "Needs an answer"));
        } else if (problem.isPresent()) {
            head.getChildren().add(Parts.badge(Tone.BAD, "fth-alert-octagon", "Cannot be read"));
        } else {
            head.getChildren().add(Parts.badge(Tone.GOOD, "fth-check", ImportRow.words(file.format())));
            head.getChildren().add(Parts.label(encoding(file), "small", "muted"));
        }
        problem.ifPresent(found -> {
            box.getChildren()
                    .add(Parts.prose(item.open() ? QuestionRow.sentence(found.message()) : found.message(), "small"));
            box.getChildren().add(Parts.label(found.code(), "caption", "muted"));
        });
        item.asked()
                .forEach(question -> box.getChildren()
                        .add(new QuestionRow(
                                question,
                                item.answers().to(question),
                                file.assumed().contains(question),
                                text -> desk.answer(file.path(), question, text))));
        item.complaint().ifPresent(why -> box.getChildren().add(Parts.label(why, "small", "bad")));
        if (problem.isEmpty()) {
            content(file, box);
        }
        return box;
    }

    private static void content(FilePreviewResult file, VBox box) {
        box.getChildren().add(columns("Will be used", file.recognised(), "tone-accent"));
        if (!file.ignored().isEmpty()) {
            box.getChildren().add(columns("Will be ignored", file.ignored(), "neutral"));
        }
        if (!file.rows().isEmpty()) {
            box.getChildren().add(sample(file));
        }
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
        label.setMinWidth(QuestionRow.NAME);
        FlowPane flow = new FlowPane(6, 4);
        flow.setPrefWrapLength(WIDTH - 210);
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
