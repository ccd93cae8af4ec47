package dev.headroom.app.ui.risk;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.adapter.ReliabilityPlots;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import dev.headroom.engine.evaluation.ReliabilityTable;
import java.util.Comparator;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whether the shown probabilities held: the diagram, one of its bins in words, and the Brier score.
final class ReliabilityPane extends VBox {
    private final RiskViewModel model;
    private final ShellViewModel shell;

    ReliabilityPane(RiskViewModel model, ShellViewModel shell) {
        super(8);
        this.model = model;
        this.shell = shell;
        Label cases = Parts.label("", "small", "muted");
        cases.textProperty()
                .bind(model.reliabilityProperty()
                        .map(loaded -> loaded.known()
                                .flatMap(table -> table)
                                .map(table -> "%,d backtested cells of the daily p95".formatted(table.cases()))
                                .orElse("")));
        Node content = new LoadedPane<>(model.reliabilityProperty(), 5, model::retryReliability, this::face);
        getChildren().addAll(Parts.row(8, Parts.label("Reliability", "section-title"), cases), content);
        setMinHeight(270);
        setPrefHeight(270);
        VBox.setVgrow(content, Priority.ALWAYS);
    }

    private Node face(Optional<ReliabilityTable> found) {
        if (found.isEmpty() || found.get().bins().isEmpty()) {
            return Parts.prose("No series is long enough to look back at an earlier forecast.", "small", "muted");
        }
        ReliabilityTable table = found.get();
        PlotView plot = new PlotView(ReliabilityPlots.of(table, table.bins().indexOf(told(table))));
        plot.interactionProperty().set(PlotView.Interaction.READ);
        plot.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        plot.setMinSize(180, 180);
        Exports.plot(plot, "Reliability");
        HBox.setHgrow(plot, Priority.ALWAYS);
        VBox words = words(table);
        return new HBox(12, plot, words);
    }

    private VBox words(ReliabilityTable table) {
        ReliabilityTable.Bin bin = told(table);
        boolean held = table.bins().stream()
                        .filter(b -> b.low() <= b.meanPredicted() && b.meanPredicted() <= b.high())
                        .count()
                >= 0.8 * table.bins().size();
        VBox words = new VBox(2);
        words.setMinWidth(112);
        words.setMaxWidth(112);
        words.getChildren()
                .add(
                        held
                                ? Parts.badge(Tone.GOOD, "fth-check", "Calibrated")
                                : Parts.badge(Tone.WATCH, "fth-alert-triangle", drift(table)));
        String range = "%.0f–%.0f\u00a0%%".formatted(100 * bin.from(), 100 * bin.to());
        words.getChildren().add(spaced(Parts.prose("Shown as " + range, "small", "muted")));
        words.getChildren().add(Parts.label(model.formats().probability(bin.observedShare()), "strip-value"));
        words.getChildren()
                .add(Parts.prose("%,d of %,d breached".formatted(bin.happened(), bin.cases()), "small", "muted"));
        words.getChildren().add(spaced(Parts.label("Brier score", "small", "muted")));
        words.getChildren().add(Parts.label(model.formats().number(table.brierScore(), 3), "small", "strong"));
        double guess = table.baseRate() * (1 - table.baseRate());
        words.getChildren().add(Parts.prose("guessing " + model.formats().number(guess, 3), "small", "muted"));
        words.getChildren().add(spaced(Parts.prose("Bars: 90\u00a0% intervals", "caption", "muted")));
        return words;
    }

    private static String drift(ReliabilityTable table) {
        double sum = table.bins().stream()
                .mapToDouble(bin -> (bin.observedShare() - bin.meanPredicted()) * bin.cases())
                .sum();
        return sum < 0 ? "Overstates" : "Understates";
    }

    private static Label spaced(Label label) {
        VBox.setMargin(label, new Insets(8, 0, 0, 0));
        return label;
    }

    /// The bin that is put into words: the best filled one from 50 % on, else the best filled one.
    private static ReliabilityTable.Bin told(ReliabilityTable table) {
        Comparator<ReliabilityTable.Bin> filled = Comparator.comparingInt(ReliabilityTable.Bin::cases);
        return table.bins().stream()
                .filter(bin -> bin.from() >= 0.5)
                .max(filled)
                .or(() -> table.bins().stream().max(filled))
                .orElseThrow();
    }
}
