package dev.headroom.app.ui.others;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.Evidence;
import dev.headroom.engine.asset.MonthlySaving;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Why something is advised about one resource, and what speaks against the alternatives.
final class OthersDetail extends ScrollPane {
    /// Room for the scroll bar beside the text.
    private static final double SCROLL_BAR = 12;

    private final OthersViewModel model;
    private final VBox lines = new VBox(8);

    OthersDetail(OthersViewModel model) {
        this.model = model;
        getStyleClass().add("edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Reasons for the chosen resource");
        lines.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        setContent(lines);
        model.page().rows().selectedProperty().addListener((source, before, now) -> show(now));
        show(model.page().rows().selectedProperty().get());
    }

    private void show(@Nullable OthersRow row) {
        if (row == null) {
            lines.getChildren().setAll(Parts.prose("Choose a resource to see the reasons.", "small", "muted"));
            return;
        }
        Formats formats = model.page().formats();
        Advice advice = row.advice();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Parts.prose(row.action() + (advice.target().isPresent() ? ": " + row.to() : ""), "section-title"));
        nodes.add(Parts.prose(row.name(), "raw"));
        nodes.add(Parts.prose(advice.reason(), "small"));
        if (!row.standing().why().isEmpty()) {
            nodes.add(Parts.prose(row.standing().why(), "small", "strong"));
        }
        nodes.add(Parts.hairline());
        nodes.add(Parts.fact("Now", advice.from()));
        advice.month().ifPresent(money -> nodes.add(Parts.fact("Costs a month", formats.money(money, 2))));
        advice.gross().ifPresent(money -> nodes.add(Parts.fact("Saves a month", formats.money(money, 2))));
        if (advice instanceof Advice.Change change && !change.saving().isCertain()) {
            MonthlySaving saving = change.saving();
            nodes.add(Parts.fact("At least", formats.money(saving.least(), 2)));
            nodes.add(Parts.fact("At most", formats.money(saving.most(), 2)));
        }
        row.change().ifPresent(evidence -> {
            nodes.add(Parts.fact("Effort", row.effort()));
            nodes.add(Parts.prose(evidence.effortWords(), "small", "muted"));
            evidence.risk()
                    .grades()
                    .forEach(
                            (dimension, grade) -> nodes.add(Parts.fact("Risk, " + dimension.words(), grade + " of 4")));
        });
        nodes.add(Parts.fact("Account", row.account()));
        nodes.add(Parts.fact("Region", advice.asset().region()));
        List<Evidence.Refusal> rejected = advice.proof().map(Evidence::rejected).orElse(List.of());
        if (!rejected.isEmpty()) {
            nodes.add(Parts.hairline());
            nodes.add(Parts.prose("Not chosen", "group-title"));
            rejected.forEach(refusal ->
                    nodes.add(Parts.prose(refusal.alternative() + ": " + refusal.words(), "small", "muted")));
        }
        lines.getChildren().setAll(nodes);
        setVvalue(0);
    }
}
