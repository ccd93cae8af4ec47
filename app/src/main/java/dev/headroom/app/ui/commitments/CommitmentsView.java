package dev.headroom.app.ui.commitments;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.commitment.CommitmentTerm;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Commitments panel.
public final class CommitmentsView implements PanelView {
    private final CommitmentsViewModel model;
    private final ShellViewModel shell;
    private final VBox root = new VBox(12);
    private final DecisionBar<OptionRow> decisions;
    private final VBox details = new VBox(6);
    private final PanelTab said;
    private final StatePane advice;
    private final StackPane place = new StackPane();
    private final Label answer = Parts.elastic("", "small", "muted");
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.ADVICE);

    private enum Page {
        ADVICE("Advice"),
        SAID("AWS says");

        private final String label;

        Page(String label) {
            this.label = label;
        }
    }

    /// @param modal where the dialogs of decisions are shown
    /// @param said the page of what AWS itself says
    public CommitmentsView(CommitmentsViewModel model, ShellViewModel shell, ModalHost modal, PanelTab said) {
        this.model = model;
        this.shell = shell;
        this.said = said;
        this.decisions = new DecisionBar<>(model.choice().chosen(), model.desk(), model.formats(), modal);
        root.getStyleClass().addAll("panel", "commitments");
        VBox left = new VBox(16, coverage(), growing(new OptionTable(model)));
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox lower = new HBox(16, left, side());
        advice = new StatePane(
                new VBox(16, new FigureStrip(model.figures()), growing(lower)),
                StatePane.blocks(80, 200, 320),
                model.stateProperty());
        root.getChildren().addAll(head(), growing(place));
        page.addListener((source, before, now) -> show(now));
        show(page.get());
        model.selectedProperty().addListener((source, before, now) -> showDetails());
        model.options().addListener((ListChangeListener<OptionRow>) change -> showDetails());
        showDetails();
    }

    private static <N extends Node> N growing(N node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    private HBox head() {
        HBox pages = Segments.of("Part of commitments", List.of(Page.values()), one -> one.label, page);
        HBox terms = Segments.of(
                "Wished term", List.of(CommitmentTerm.values()), CommitmentTerm::words, model.termProperty());
        pages.setMinWidth(Region.USE_PREF_SIZE);
        terms.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Parts.row(12, Parts.label("Commitments", "page-title"), pages, answer, Parts.spring(), terms);
        head.getStyleClass().add("page-head");
        return head;
    }

    private void show(Page next) {
        switch (next) {
            case ADVICE -> {
                answer.textProperty().bind(model.answerProperty());
                place.getChildren().setAll(advice);
            }
            case SAID -> {
                answer.textProperty().bind(said.answer());
                place.getChildren().setAll(said.root());
                said.shown();
            }
        }
    }

    private VBox coverage() {
        Label span = Parts.elastic("", "small", "muted");
        span.textProperty().bind(model.spanProperty());
        StackPane chart = chart(model.coverageProperty(), "Coverage and utilization", "No day is known.");
        chart.setMinHeight(120);
        chart.prefHeightProperty()
                .bind(Bindings.when(root.heightProperty().lessThan(760))
                        .then(150)
                        .otherwise(230));
        return Parts.card(Parts.row(8, Parts.label("Coverage and utilization", "section-title"), span), chart);
    }

    private VBox side() {
        ExpiryCard expiries = new ExpiryCard(model);
        expiries.setMinHeight(120);
        expiries.setPrefHeight(170);
        expiries.setMaxHeight(260);
        StackPane frontier = chart(
                model.frontierProperty(),
                "Expected saving against risk",
                "Sizes are drawn for options on all compute.");
        frontier.setMinHeight(126);
        frontier.prefHeightProperty()
                .bind(Bindings.when(root.heightProperty().lessThan(760))
                        .then(132)
                        .otherwise(235));
        ScrollPane scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(80);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox title = Parts.row(
                8,
                Parts.label("Expected saving against risk", "section-title"),
                Parts.elastic("sizes of the chosen option", "small", "muted"));
        VBox option = growing(Parts.card(decisions, Parts.hairline(), title, frontier, Parts.hairline(), scroll));
        VBox side = new VBox(16, expiries, option);
        side.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(440)
                        .otherwise(384));
        side.maxWidthProperty().bind(side.minWidthProperty());
        return side;
    }

    private StackPane chart(ReadOnlyObjectProperty<@Nullable Plot> plot, String name, String empty) {
        StackPane holder = new StackPane();
        Runnable show = () -> {
            Plot now = plot.get();
            if (now == null) {
                holder.getChildren().setAll(Parts.prose(empty, "small", "muted"));
                return;
            }
            PlotView view = new PlotView(now);
            view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
            view.setMinSize(100, 100);
            Exports.plot(view, name);
            holder.getChildren().setAll(view);
        };
        plot.addListener((source, before, now) -> show.run());
        show.run();
        return holder;
    }

    private void showDetails() {
        details.getChildren()
                .setAll(model.details().stream()
                        .map(line -> Parts.prose(line, "small"))
                        .toList());
    }

    @Override
    public PanelId id() {
        return PanelId.COMMITMENTS;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>(page.get() == Page.ADVICE ? decisions.commands() : List.of());
        commands.add(open(Page.ADVICE, "Show what to buy"));
        commands.add(open(Page.SAID, "Show what AWS says"));
        return commands;
    }

    private Command open(Page next, String title) {
        return new Command(
                Command.Kind.ACTION, title, "Commitments", PanelId.COMMITMENTS.icon(), "", () -> page.set(next));
    }

    @Override
    public Region root() {
        return root;
    }
}
