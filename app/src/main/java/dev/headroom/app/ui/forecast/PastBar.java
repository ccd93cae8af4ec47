package dev.headroom.app.ui.forecast;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.headroom.app.ui.part.Parts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The line below the chart that goes back to what was known on an earlier day, and says how that forecast did.
final class PastBar extends HBox {
    private static final String INVITATION = "Drag back to see a past forecast against what happened";
    private static final int WEEK = 7;

    private final PastView past;
    private final Slider slider = new Slider(0, 1, 1);
    private final Label day = Parts.label("", "small", "strong");
    private boolean following;

    PastBar(PastView past) {
        super(8);
        this.past = past;
        getStyleClass().add("past-bar");
        setAlignment(Pos.CENTER_LEFT);
        day.setId("as-known-on");
        day.setMinWidth(82);
        slider.setId("as-known-slider");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1);
        slider.setMinWidth(120);
        slider.setPrefWidth(200);
        slider.setAccessibleText("As known on");
        slider.setTooltip(new Tooltip("Left and Right go by a day, Page Up and Page Down by a week"));
        HBox.setHgrow(slider, Priority.SOMETIMES);
        Label verdict = Parts.elastic("", "small", "muted");
        verdict.setId("past-verdict");
        verdict.textProperty().bind(past.verdictProperty().map(words -> words.isEmpty() ? INVITATION : words));
        HBox.setHgrow(verdict, Priority.ALWAYS);
        Button latest = Parts.button("Latest", "fth-chevrons-right", past::latest, "small-button");
        latest.setId("past-latest");
        Parts.describe(latest, "Return to the last observation");
        latest.visibleProperty().bind(past.dayProperty().map(Optional::isPresent));
        latest.managedProperty().bind(latest.visibleProperty());
        getChildren().addAll(Parts.label("As known on", "small"), day, slider, verdict, latest);
        slider.valueProperty().addListener((source, before, now) -> moved());
        slider.valueChangingProperty().addListener((source, before, changing) -> {
            if (!changing) {
                moved();
            }
        });
        slider.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case PAGE_UP -> slider.setValue(slider.getValue() + WEEK);
                case PAGE_DOWN -> slider.setValue(slider.getValue() - WEEK);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        past.rangeProperty().addListener((source, before, now) -> follow());
        past.dayProperty().addListener((source, before, now) -> follow());
        follow();
    }

    /// Shows the day while it is dragged, and goes there when it is let go.
    private void moved() {
        if (following) {
            return;
        }
        past.rangeProperty().get().ifPresent(range -> {
            LocalDate wanted = range.first().plusDays(Math.round(slider.getValue()));
            day.setText(past.words(wanted));
            if (!slider.isValueChanging()) {
                past.choose(wanted);
            }
        });
    }

    private void follow() {
        following = true;
        Optional<PastView.Range> range = past.rangeProperty().get();
        setDisable(range.isEmpty());
        range.ifPresent(known -> {
            LocalDate shown = past.dayProperty().get().orElse(known.last());
            slider.setMax(known.days());
            slider.setValue(ChronoUnit.DAYS.between(known.first(), shown));
            day.setText(past.words(shown));
        });
        following = false;
    }
}
