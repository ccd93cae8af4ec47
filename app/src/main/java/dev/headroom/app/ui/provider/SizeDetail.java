package dev.headroom.app.ui.provider;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.SizeSaid;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What AWS and Headroom say about the chosen server, side by side with their reasons.
final class SizeDetail extends HBox {
    private static final int REJECTIONS = 3;
    /// Room for the scroll bar beside the text.
    private static final double SCROLL_BAR = 12;

    private final SizesViewModel model;
    private final VBox theirs = new VBox(6);
    private final VBox ours = new VBox(6);

    SizeDetail(SizesViewModel model) {
        super(16);
        this.model = model;
        getChildren().addAll(side(theirs, "What AWS says"), side(ours, "What Headroom says"));
        model.rows().selectedProperty().addListener((source, before, now) -> show(now));
        show(model.rows().selectedProperty().get());
    }

    private static VBox side(VBox lines, String name) {
        ScrollPane scroll = new ScrollPane(lines);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(name);
        lines.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = Parts.card(scroll);
        card.setPrefWidth(400);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void show(@Nullable SizeRow row) {
        if (row == null) {
            theirs.getChildren().setAll(Parts.prose("Choose a server to see what AWS says.", "small", "muted"));
            ours.getChildren().setAll(Parts.prose("Choose a server to see what Headroom says.", "small", "muted"));
            return;
        }
        theirs.getChildren()
                .setAll(row.beside()
                        .theirs()
                        .map(said -> theirs(row, said))
                        .orElseGet(() -> silent(
                                "AWS says nothing about " + row.name(),
                                "Compute Optimizer speaks about servers with enough metrics in accounts that opted in,"
                                        + " Cost Explorer only about those that it would change.")));
        ours.getChildren()
                .setAll(row.beside()
                        .ours()
                        .map(known -> ours(row, known))
                        .orElseGet(() -> silent(
                                "Headroom does not know " + row.name(),
                                "It is in no inventory of this workspace, or its inventory has not been pulled.")));
    }

    private static List<Node> silent(String title, String why) {
        return List.of(Parts.prose(title, "section-title"), Parts.prose(why, "small", "muted"));
    }

    private List<Node> theirs(SizeRow row, SizeSaid said) {
        Formats formats = model.formats();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Parts.row(
                8,
                Parts.label(title("AWS", row.theirs()), "section-title"),
                Parts.elastic(said.source().words() + ", " + formats.dayYear(said.asked()), "small", "muted")));
        said.money().ifPresent(money -> nodes.add(saving(money)));
        row.theirRisk().ifPresent(risk -> nodes.add(Parts.fact("Risk", risk.words() + ", " + risk.grade() + " of 4")));
        said.lookbackDays()
                .ifPresent(days -> nodes.add(Parts.fact("Looked at", formats.count(days.longValue()) + " days")));
        if (!said.told().equals(said.asked())) {
            nodes.add(Parts.fact("Said since", formats.dayYear(said.told())));
        }
        nodes.add(Parts.fact("Account", row.account()));
        nodes.add(Parts.prose(reasons(said), "small"));
        if (said.options().size() > 1) {
            nodes.add(Parts.prose(
                    "Other types: "
                            + said.options().stream()
                                    .skip(said.action().equals("resize") ? 1 : 0)
                                    .map(SizeSaid.Option::type)
                                    .collect(Collectors.joining(", ")),
                    "small",
                    "muted"));
        }
        return nodes;
    }

    private static String reasons(SizeSaid said) {
        String reasons = String.join(", ", said.reasons());
        return "The finding is %s%s.".formatted(said.findingWords(), reasons.isEmpty() ? "" : ": " + reasons);
    }

    /// The type that AWS advises comes first among those that were rejected.
    private List<Node> ours(SizeRow row, Recommendation known) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Parts.row(
                8, Parts.label(title("Headroom", row.ours()), "section-title"), SizesTab.badge(row.agreement())));
        known.monthlySavingGross().ifPresent(money -> nodes.add(saving(money)));
        known.monthlySavingNet()
                .ifPresent(money -> nodes.add(
                        Parts.fact("After commitments", model.formats().money(money, 2))));
        row.ourRisk().ifPresent(risk -> nodes.add(Parts.fact("Risk", risk.words() + ", " + risk.grade() + " of 4")));
        if (known.confidence() > 0) {
            nodes.add(Parts.fact("Confidence", model.formats().percent(100 * known.confidence(), 0)));
        }
        nodes.add(Parts.prose(known.reason(), "small"));
        String theirType = row.beside().theirs().flatMap(SizeSaid::to).orElse("");
        known.rejections().stream()
                .sorted(Comparator.comparing(
                        rejection -> !rejection.shape().instanceType().equals(theirType)))
                .limit(REJECTIONS)
                .forEach(rejection -> nodes.add(Parts.prose("Rejected: " + rejection.words(), "small", "muted")));
        return nodes;
    }

    private HBox saving(Money money) {
        return Parts.fact(
                money.amount().signum() < 0 ? "Costs more a month" : "Saves a month",
                model.formats().money(new Money(money.amount().abs(), money.currency()), 2));
    }

    private static String title(String who, String advice) {
        return switch (advice) {
            case "keep" -> who + " keeps the type";
            case "stop" -> who + " would stop it";
            case Formats.UNKNOWN -> who + " does not decide";
            default -> who + " advises " + advice;
        };
    }
}
