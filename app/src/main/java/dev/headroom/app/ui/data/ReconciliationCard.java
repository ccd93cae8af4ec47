package dev.headroom.app.ui.data;

import dev.headroom.app.ui.adapter.BridgePlots;
import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.BillStanding;
import dev.headroom.app.usecase.InvoiceCheck;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.layer.WaterfallLayer;
import dev.headroom.engine.cost.BridgePart;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.VarianceBridge;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the chosen bill stands to its invoice: the verdict, the bridge of the difference, the lines beyond the
/// tolerance, and the way to compare it again.
final class ReconciliationCard extends VBox {
    private static final int SHOWN_LINES = 8;
    private final BillsModel model;
    private final VBox content = new VBox(12);
    private final Button reconcile;

    /// @param ask asks for an invoice
    ReconciliationCard(BillsModel model, Runnable ask) {
        super(12);
        this.model = model;
        getStyleClass().add("card");
        reconcile = Parts.button("Reconcile with an invoice …", "fth-check-circle", ask);
        reconcile.setId("reconcile-ask");
        Parts.describe(reconcile, "Reconcile with an invoice   Alt+R");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("Reconciliation of the chosen bill");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.selectedProperty().addListener((source, before, now) -> show(now));
        refresh();
    }

    /// Shows what is known now about the chosen bill.
    void refresh() {
        show(model.selectedProperty().get());
    }

    private void show(ListBills.@Nullable Version version) {
        content.getChildren().clear();
        if (version == null) {
            content.getChildren().add(Parts.prose("No bill is chosen.", "small", "muted"));
            return;
        }
        Formats formats = model.formats();
        String who = Stream.of(version.provider(), model.account(version.account()))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
        content.getChildren()
                .add(Parts.row(
                        8,
                        Parts.label(model.reconcile().words(version.month()) + " reconciliation", "section-title"),
                        Parts.elastic(who, "small", "muted")));
        content.getChildren()
                .add(Parts.prose(
                        "%s, %s rows, loaded %s%s"
                                .formatted(
                                        Path.of(version.file()).getFileName(),
                                        formats.count(version.rows()),
                                        formats.dayTime(version.loaded()),
                                        version.replaced()
                                                .map(when -> ", replaced " + formats.dayTime(when))
                                                .orElse("")),
                        "small",
                        "muted"));
        List<InvoiceCheck> checks = model.checks(version);
        if (checks.isEmpty()) {
            content.getChildren().add(verdict(model.face(version)));
            content.getChildren()
                    .add(Parts.prose(
                            "With the invoice you see whether the bill in this workspace is the one that is paid, and"
                                    + " what makes the difference: tax, credits, upfront fees, other periods, missing"
                                    + " days or rounding.",
                            "small",
                            "muted"));
            content.getChildren().add(reconcile);
            return;
        }
        for (int i = 0; i < checks.size(); i++) {
            if (i > 0) {
                content.getChildren().add(Parts.hairline());
            }
            show(checks.get(i));
        }
        content.getChildren().add(reconcile);
    }

    private void show(InvoiceCheck check) {
        content.getChildren().add(verdict(StandingFace.of(BillStanding.of(check), model.formats())));
        content.getChildren().add(facts(check));
        if (check.bridge().isPresent()) {
            VarianceBridge bridge = check.bridge().get();
            if (!bridge.steps().isEmpty()) {
                content.getChildren().add(chart(check, bridge));
                content.getChildren().add(parts(check, bridge));
            }
        } else {
            content.getChildren()
                    .add(Parts.prose(
                            "An earlier version of Headroom kept this result without its bridge. Reconcile it again to"
                                    + " see what makes the difference.",
                            "small",
                            "muted"));
        }
        if (!check.beyond().isEmpty()) {
            content.getChildren().add(beyond(check));
        }
    }

    private static HBox verdict(StandingFace face) {
        VBox text = new VBox(2, Parts.prose(face.title(), "answer"), Parts.prose(face.detail(), "small", "muted"));
        HBox panel = Parts.row(12, Icons.large(face.icon(), face.tone().style()), text);
        panel.getStyleClass().addAll("verdict-panel", face.tone().style());
        panel.setAccessibleText(face.title() + ". " + face.detail());
        return panel;
    }

    private Node facts(InvoiceCheck check) {
        Formats formats = model.formats();
        String scope = Stream.of(check.provider().toUpperCase(Locale.ROOT), check.billingAccount())
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals(check.billingAccount()) ? model.account(word) : word)
                .collect(Collectors.joining(", "));
        return Parts.prose(
                "%s, compared on %s%s; %s, %s beyond %s."
                        .formatted(
                                check.invoiceFile(),
                                formats.dayYear(check.at()),
                                scope.isEmpty() ? "" : " with the bills of " + scope,
                                check.lines() == 1 ? "1 line" : formats.count(check.lines()) + " lines",
                                check.failedLines() == 0 ? "none" : formats.count(check.failedLines()),
                                StandingFace.tolerance(check, formats)),
                "small",
                "muted");
    }

    private VBox chart(InvoiceCheck check, VarianceBridge bridge) {
        WaterfallLayer layer = BridgePlots.layer(check, bridge);
        String title = "From the invoice to the bill, " + check.currency();
        PlotView view = new PlotView(BridgePlots.bridge(layer)
                .withCaption(Exports.caption(
                        title + ", " + model.reconcile().words(check.month()),
                        StandingFace.of(BillStanding.of(check), model.formats()).title(),
                        "Invoice: " + check.invoiceFile() + ".")));
        view.themeProperty().bind(model.shell().themeProperty().map(PlotThemes::of));
        view.interactionProperty().set(PlotView.Interaction.READ);
        view.setMinSize(200, 220);
        view.setPrefHeight(236);
        Exports.plot(view, "Bridge of " + check.month());
        VBox box = new VBox(4, Parts.label(title, "small", "medium"), view);
        if (!layer.startsAtZero()) {
            box.getChildren().add(Parts.label("The axis does not start at 0; the totals are cut.", "caption", "muted"));
        }
        return box;
    }

    private VBox parts(InvoiceCheck check, VarianceBridge bridge) {
        VBox list = new VBox(4);
        for (VarianceBridge.Step step : bridge.steps()) {
            list.getChildren()
                    .add(line(
                            BridgePlots.words(step.part()) + sure(step.certainty()),
                            StandingFace.signed(step.amount(), check, model.formats()),
                            step.part() == BridgePart.UNEXPLAINED ? Tone.WATCH : Tone.NEUTRAL));
        }
        HBox total = line("Difference", StandingFace.signed(bridge.difference(), check, model.formats()), Tone.NEUTRAL);
        total.getChildren().forEach(node -> node.getStyleClass().addAll("strong"));
        list.getChildren().addAll(Parts.hairline(), total);
        return list;
    }

    private static String sure(VarianceBridge.Certainty certainty) {
        return switch (certainty) {
            case EXACT, UNKNOWN -> "";
            case LIKELY -> ", likely";
            case ESTIMATED -> ", estimated";
        };
    }

    private static HBox line(String words, String amount, Tone tone) {
        HBox line = Parts.row(8, Parts.elastic(words, "small"), Parts.spring());
        line.getChildren().add(Parts.label(amount, "small", "medium", tone == Tone.NEUTRAL ? "body" : tone.style()));
        return line;
    }

    private VBox beyond(InvoiceCheck check) {
        VBox list = new VBox(4, Parts.label("Lines beyond the tolerance", "group-title"));
        check.beyond().stream()
                .limit(SHOWN_LINES)
                .forEach(line -> list.getChildren()
                        .add(line(
                                name(line.key()) + side(line),
                                StandingFace.signed(line.difference(), check, model.formats()),
                                Tone.NEUTRAL)));
        int more = check.failedLines() - SHOWN_LINES;
        if (more > 0) {
            list.getChildren().add(Parts.label("and " + model.formats().count(more) + " more", "caption", "muted"));
        }
        return list;
    }

    private String name(InvoiceKey key) {
        String name = Stream.of(
                        key.invoice(), key.account().isEmpty() ? "" : model.account(key.account()), key.service())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" / "));
        return name.isEmpty() ? "not stated" : name;
    }

    private static String side(InvoiceCheck.Line line) {
        return line.invoiced().isEmpty() ? ", not invoiced" : line.billed().isEmpty() ? ", not billed" : "";
    }
}
