package dev.headroom.app.ui.offhours;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.schedule.ScheduleAdvice;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The week of the chosen server with its hours off, why, and the changes to copy.
final class WeekCard extends VBox {
    private final OffHoursViewModel model;
    private final ShellViewModel shell;
    private final VBox content = new VBox(8);

    /// @param decisions the buttons that decide about the chosen servers
    WeekCard(OffHoursViewModel model, ShellViewModel shell, Node decisions) {
        super(8);
        this.model = model;
        this.shell = shell;
        getStyleClass().add("card");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(decisions, Parts.hairline(), scroll);
        model.page().rows().selectedProperty().addListener((source, before, now) -> show(now));
        show(model.page().rows().selectedProperty().get());
    }

    private void show(@Nullable OffRow row) {
        content.getChildren().clear();
        if (row == null) {
            content.getChildren()
                    .add(Parts.prose(
                            "No server can be off at regular hours under these rules. Look at production too, or let an"
                                    + " hour count as unused up to a higher CPU reading.",
                            "small",
                            "muted"));
            return;
        }
        content.getChildren()
                .add(Parts.row(
                        8,
                        Parts.label(row.name(), "section-title"),
                        Parts.elastic(
                                row.off().isPresent() ? "share of weeks in use; off inside the line" : "stays on",
                                "small",
                                "muted")));
        model.week(row).ifPresent(plot -> content.getChildren().add(week(row, plot)));
        if (!row.standing().why().isEmpty()) {
            content.getChildren().add(Parts.prose(row.standing().why(), "small", "strong"));
        }
        content.getChildren().add(Parts.prose(row.advice().reason(), "small"));
        row.off().ifPresent(this::changes);
    }

    private PlotView week(OffRow row, Plot plot) {
        PlotView view = new PlotView(plot.withCaption(Exports.caption(
                row.name() + ", hours of the week",
                "Share of the weeks in which each hour was used; off inside the line")));
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.interactionProperty().set(PlotView.Interaction.READ);
        view.setMinSize(200, 180);
        view.setPrefHeight(210);
        Exports.plot(view, "Week of " + row.name());
        return view;
    }

    private void changes(ScheduleAdvice.Off off) {
        content.getChildren().add(Parts.hairline());
        content.getChildren()
                .add(Parts.prose("Headroom switches nothing: copy the changes for your own tools.", "small", "muted"));
        content.getChildren()
                .add(change("Stop", String.join("   ", off.schedule().stopCron())));
        content.getChildren()
                .add(change("Start", String.join("   ", off.schedule().startCron())));
        content.getChildren().add(change("Clock", off.schedule().zone().getId()));
        content.getChildren().add(change("Tag", off.schedule().tag()));
        var cron = Parts.button("Copy crontab", "fth-copy", () -> copy(model.cron()), "small-button");
        var tags = Parts.button("Copy tags", "fth-copy", () -> copy(model.tags()), "small-button");
        Parts.describe(cron, "Copy a crontab that stops and starts the chosen servers");
        Parts.describe(tags, "Copy resource, key and value of the tags for the chosen servers");
        content.getChildren().add(Parts.row(8, cron, tags));
    }

    private static HBox change(String name, String value) {
        var words = Parts.prose(value, "raw");
        words.setMinWidth(0);
        var label = Parts.label(name, "small", "muted");
        label.setMinWidth(40);
        return Parts.row(8, label, words);
    }

    private static void copy(String text) {
        ClipboardContent clip = new ClipboardContent();
        clip.putString(text);
        Clipboard.getSystemClipboard().setContent(clip);
    }
}
