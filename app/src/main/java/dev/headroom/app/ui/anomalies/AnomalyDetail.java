package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.Words;
import dev.headroom.charts.control.PlotView;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The chosen anomaly: its figures, its chart, its cause and its history.
final class AnomalyDetail extends VBox {
    private final AnomaliesViewModel model;
    private final ShellViewModel shell;
    private final AnomalyBar bar;
    private final CauseCard causes;

    AnomalyDetail(AnomaliesViewModel model, ShellViewModel shell, ModalHost modal) {
        super(16);
        this.model = model;
        this.shell = shell;
        this.bar = new AnomalyBar(model, modal);
        this.causes = new CauseCard(model, shell);
        model.selectedProperty().addListener((source, before, now) -> show(now));
        show(model.selectedProperty().get());
    }

    AnomalyBar bar() {
        return bar;
    }

    private void show(@Nullable AnomalyRow row) {
        if (row == null) {
            Label nothing = Parts.prose("Nothing is chosen: no anomaly lies under these filters.", "body", "muted");
            VBox card = Parts.card(nothing);
            VBox.setVgrow(card, Priority.ALWAYS);
            getChildren().setAll(card);
            return;
        }
        VBox chart =
                Parts.card(head(row), figures(row), Parts.prose(model.words().peak(row.anomaly()), "small", "muted"));
        PlotView view = new PlotView(model.plot(row));
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.setMinSize(200, 120);
        Exports.plot(view, row.title() + ", " + row.place());
        VBox.setVgrow(view, Priority.ALWAYS);
        chart.getChildren().add(view);
        VBox.setVgrow(chart, Priority.ALWAYS);
        causes.show(row);
        causes.setPrefHeight(230);
        getChildren().setAll(chart, causes, history(row));
    }

    private HBox head(AnomalyRow row) {
        return Parts.row(
                8,
                AnomalyBadge.of(row),
                Parts.elastic(row.title() + ", " + row.place(), "answer"),
                Parts.spring(),
                bar);
    }

    private HBox figures(AnomalyRow row) {
        HBox figures = new HBox(28);
        String impact = row.anomaly().episode().relative().stream()
                .mapToObj(part -> row.impact() + " (" + model.formats().signedPercent(100 * part, 0) + ")")
                .findFirst()
                .filter(text -> row.anomaly().isCost())
                .orElse(row.impact());
        figures.getChildren()
                .addAll(
                        figure(row.anomaly().isCost() ? "Impact" : "Peak against expected", impact),
                        figure("Episode", model.words().span(row.anomaly())),
                        figure(
                                "Score",
                                model.formats().number(row.anomaly().episode().score(), 3) + ", severity "
                                        + row.anomaly()
                                                .episode()
                                                .severity()
                                                .name()
                                                .toLowerCase(Locale.ROOT)));
        if (!row.standing().reason().isBlank()) {
            VBox why = figure(
                    Words.capital(row.standing().status().word()),
                    row.standing().reason());
            HBox.setHgrow(why, Priority.ALWAYS);
            figures.getChildren().add(why);
        }
        return figures;
    }

    private static VBox figure(String name, String value) {
        return new VBox(2, Parts.label(name, "small", "muted"), Parts.elastic(value, "body", "strong"));
    }

    private Node history(AnomalyRow row) {
        FlowPane flow = new FlowPane(12, 4);
        flow.getChildren().add(Parts.label("History", "small", "muted"));
        List<String> steps = model.history(row);
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                flow.getChildren().add(Parts.label("›", "small", "muted"));
            }
            flow.getChildren().add(Parts.elastic(steps.get(i), "small"));
        }
        return Parts.card(flow);
    }
}
