package dev.headroom.app.ui.shell;

import dev.headroom.app.task.RunningTask;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// The bar at the bottom: how fresh and good the data is, and what is being worked on.
final class StatusBar extends HBox {
    private final ObservableList<RunningTask> running;
    private final HBox taskArea = Parts.row(10);

    StatusBar(ShellViewModel model, ObservableList<RunningTask> running, ShellActions actions) {
        super(18);
        this.running = running;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        HBox spring = new HBox();
        HBox.setHgrow(spring, Priority.ALWAYS);
        getChildren().addAll(segment(model.freshnessProperty(), true), segment(model.qualityProperty(), false));
        getChildren().addAll(segment(model.modelsProperty(), false), spring, taskArea, notices(model, actions));
        running.addListener((ListChangeListener<RunningTask>) change -> showTask());
        showTask();
    }

    private static HBox segment(ObjectProperty<StatusText> text, boolean glyph) {
        HBox box = Parts.row(4);
        text.addListener((source, before, now) -> fill(box, now, glyph));
        fill(box, text.get(), glyph);
        return box;
    }

    private static void fill(HBox box, StatusText text, boolean glyph) {
        box.getChildren().clear();
        box.setManaged(!text.isEmpty());
        if (text.isEmpty()) {
            return;
        }
        if (glyph && text.tone() != Tone.NEUTRAL) {
            String icon = text.tone() == Tone.GOOD ? "fth-check-circle" : "fth-alert-triangle";
            box.getChildren().add(Icons.small(icon, text.tone().style()));
        }
        HBox words = Parts.row(0, Parts.label(text.lead() + " ", "small", "muted"));
        words.getChildren().add(Parts.label(text.value(), "small", "medium"));
        boolean toned = !glyph && text.tone() != Tone.NEUTRAL && text.tone() != Tone.GOOD;
        words.getChildren()
                .add(Parts.label(text.tail(), "small", toned ? text.tone().style() : "muted"));
        box.getChildren().add(words);
    }

    private void showTask() {
        taskArea.getChildren().clear();
        if (running.isEmpty()) {
            taskArea.getChildren().add(Parts.label("No running tasks", "small", "muted"));
            return;
        }
        RunningTask task = running.getFirst();
        Label name = Parts.label("", "small", "muted");
        name.textProperty()
                .bind(Bindings.when(task.detailProperty().isEmpty())
                        .then(task.name())
                        .otherwise(task.detailProperty()));
        Label left = Parts.label("", "small", "muted");
        left.textProperty().bind(task.remainingProperty());
        Button stop = Parts.iconButton("fth-x", "Stop: " + task.name(), task::stop, "tiny");
        taskArea.getChildren().addAll(name, bar(task, 96), left, stop);
        if (running.size() > 1) {
            Button more = Parts.link("+" + (running.size() - 1), () -> {});
            more.setAccessibleText("All " + running.size() + " running tasks");
            more.setOnAction(event -> showAll(more));
            taskArea.getChildren().add(more);
        }
    }

    private static ProgressBar bar(RunningTask task, double width) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(Bindings.max(0.0, task.fractionProperty()));
        bar.setPrefWidth(width);
        bar.setAccessibleText("Progress of " + task.name());
        return bar;
    }

    private void showAll(Button anchor) {
        VBox list = new VBox(12, Parts.label("Tasks", "section-title"));
        list.getStyleClass().add("task-list");
        for (RunningTask task : running) {
            Label left = Parts.label("", "small", "muted");
            left.textProperty().bind(task.remainingProperty());
            Label detail = Parts.label("", "caption", "muted");
            detail.textProperty().bind(task.detailProperty());
            Button stop = Parts.iconButton("fth-x", "Stop: " + task.name(), task::stop, "tiny");
            HBox head = Parts.row(8, Parts.label(task.name(), "small"), Parts.spring(), left, stop);
            list.getChildren().add(new VBox(4, head, bar(task, 320), detail));
        }
        PopOver popover = new PopOver(list);
        popover.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        popover.setAnimated(false);
        popover.show(anchor);
    }

    private static Button notices(ShellViewModel model, ShellActions actions) {
        Button bell = Parts.button("", "fth-bell", actions::showNotices, "quiet", "status-bell");
        Runnable follow = () -> {
            int count = model.notices().size();
            bell.setText(count == 0 ? "" : String.valueOf(count));
            Parts.describe(bell, (count == 1 ? "1 notification" : count + " notifications") + "   Ctrl+Shift+B");
        };
        model.notices().addListener((ListChangeListener<Notice>) change -> follow.run());
        follow.run();
        return bell;
    }
}
