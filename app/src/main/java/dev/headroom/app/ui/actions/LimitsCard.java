package dev.headroom.app.ui.actions;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.part.ShownText;
import dev.headroom.engine.plan.Freeze;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The limits that the set keeps; they count when the person chooses again.
final class LimitsCard extends VBox {
    private static final double FIELD = 96;
    private final ActionsViewModel model;
    private final FlowPane freezes = new FlowPane(6, 6);

    LimitsCard(ActionsViewModel model) {
        super(8);
        this.model = model;
        LimitsForm form = model.form();
        getStyleClass().add("card");
        Button again = Parts.button("Choose again", "fth-refresh-cw", model::chooseAgain, "primary");
        Parts.describe(again, "Choose the best set under these limits");
        again.setId("choose-again");
        Label problem = Parts.prose("", "small", "bad");
        Runnable check = () -> {
            problem.setText(form.problemProperty().get().orElse(""));
            problem.setManaged(form.problemProperty().get().isPresent());
            again.setDisable(form.problemProperty().get().isPresent());
        };
        form.problemProperty().addListener((source, before, now) -> check.run());
        check.run();
        HBox head = Parts.row(8, Parts.label("Limits", "section-title"), Parts.spring());
        head.getChildren().add(Parts.link("Reset", model::reset));
        getChildren().add(head);
        getChildren().add(field("Effort, points", "effort", form.effortProperty(), EFFORT, again));
        getChildren().add(field("Restarts", "restarts", form.restartsProperty(), "Of all actions together", again));
        getChildren()
                .add(field(
                        "Months above a ceiling",
                        "breaches",
                        form.breachesProperty(),
                        "That all actions together may bring in twelve months, expected",
                        again));
        getChildren()
                .add(field(
                        "Budget upfront",
                        "upfront",
                        form.upfrontProperty(),
                        "What may be paid when the commitment is bought",
                        again));
        getChildren()
                .add(Parts.row(
                        8,
                        Parts.label("Risk of each up to", "small", "muted"),
                        Parts.spring(),
                        Segments.of("Risk", List.of(RiskCap.values()), RiskCap::label, form.riskProperty())));
        getChildren().addAll(frozen(form), freezes, problem, Parts.row(8, Parts.spring(), again));
        form.freezes().addListener((ListChangeListener<Freeze>) change -> showFreezes());
        showFreezes();
    }

    private static final String EFFORT =
            "1 point to stop or schedule, 2 for another size, 4 for another family, 8 for another architecture";

    private static HBox field(String name, String id, StringProperty text, String tip, Button again) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setId("limit-" + id);
        field.setPromptText("no limit");
        field.setAccessibleText(name);
        field.setTooltip(new Tooltip(tip));
        field.setMaxWidth(FIELD);
        field.setMinWidth(FIELD);
        field.setOnAction(event -> again.fire());
        Label label = Parts.label(name, "small", "muted");
        label.setTooltip(new Tooltip(tip));
        return Parts.row(8, label, Parts.spring(), field);
    }

    private HBox frozen(LimitsForm form) {
        DatePicker from = day("First day without restarts");
        DatePicker to = day("Last day without restarts");
        Button add = Parts.iconButton("fth-plus", "Add days without restarts", () -> {
            LocalDate first = from.getValue();
            LocalDate last = to.getValue();
            if (first != null) {
                form.freeze(first, last == null ? first : last);
                from.setValue(null);
                to.setValue(null);
            }
        });
        from.setPrefWidth(108);
        to.setPrefWidth(108);
        return Parts.row(6, Parts.label("Freeze", "small", "muted"), Parts.spring(), from, to, add);
    }

    private DatePicker day(String name) {
        DatePicker picker = new DatePicker();
        picker.setEditable(false);
        picker.setAccessibleText(name);
        picker.setTooltip(new Tooltip(name));
        picker.setPromptText(name.startsWith("First") ? "from" : "to");
        Formats formats = model.page().formats();
        picker.setConverter(new ShownText<>(day -> formats.dayYear(day)));
        return picker;
    }

    private void showFreezes() {
        freezes.setManaged(!model.form().freezes().isEmpty());
        freezes.getChildren()
                .setAll(model.form().freezes().stream().map(this::chip).toList());
    }

    private Button chip(Freeze freeze) {
        Formats formats = model.page().formats();
        String words = formats.dayYear(freeze.from()) + " – "
                + formats.dayYear(freeze.to().minusDays(1));
        Button chip = Parts.button(words, "fth-x", () -> model.form().thaw(freeze), "chip");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        Parts.describe(chip, "Take the freeze of " + words + " away");
        return chip;
    }
}
