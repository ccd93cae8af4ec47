package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.part.Chip;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.animation.PauseTransition;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The sliders of the policy. What they say is computed anew a moment after they stop moving.
final class PolicyCard extends VBox {
    private static final List<Double> PERCENTILES = List.of(90.0, 95.0, 98.0, 99.0, 99.5, 100.0);
    private static final List<Integer> LOOKBACKS = List.of(30, 90, 180, 365, 730, SizingPolicy.ALL_HISTORY_DAYS);
    private static final Duration PATIENCE = Duration.millis(180);

    private final RightsizingViewModel model;
    private final Slider percentile = slider("Percentile", PERCENTILES.size() - 1.0, 1);
    private final Slider headroom = slider("Headroom below limit", 60, 5);
    private final Slider lookback = slider("Lookback", LOOKBACKS.size() - 1.0, 1);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final CheckBox architectures = new CheckBox("Other architectures");
    private boolean following;

    PolicyCard(RightsizingViewModel model) {
        super(8);
        this.model = model;
        Label prices = Parts.label(model.priceWords(), "small", "muted");
        model.stateProperty().addListener((source, before, now) -> prices.setText(model.priceWords()));
        HBox head = Parts.row(8, Parts.label("Policy", "section-title"), prices, Parts.spring());
        head.getChildren().add(Parts.link("Reset", model::resetPolicy));
        getChildren().add(head);
        getChildren().add(line("Percentile", percentile, value -> percentileWords(PERCENTILES.get((int) value))));
        getChildren()
                .add(line(
                        "Headroom below limit",
                        headroom,
                        value -> model.formats().percent(value, 0)));
        getChildren().add(line("Lookback", lookback, value -> lookbackWords(LOOKBACKS.get((int) value))));
        getChildren().add(bounds());
        patience.setOnFinished(event -> apply());
        model.policyProperty().addListener((source, before, now) -> follow(now));
        follow(model.policyProperty().get());
        for (Slider slider : List.of(percentile, headroom, lookback)) {
            slider.valueProperty().addListener((source, before, now) -> {
                if (!following) {
                    patience.playFromStart();
                }
            });
        }
    }

    /// What a move may be: to another architecture, and up to which risk.
    private HBox bounds() {
        architectures.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(
                architectures,
                "Look at types of other processor architectures, too; the software has to be built for them");
        architectures.selectedProperty().addListener((source, before, now) -> {
            if (!following) {
                model.setAnyArchitecture(now);
            }
        });
        MenuButton risk = Chip.of(
                model.policyProperty()
                        .map(policy -> "Risk up to " + policy.maximumRisk().words()),
                "Savings at a higher risk are not advised",
                List.of(SizingRisk.Level.values()),
                SizingRisk.Level::words,
                model::setMaximumRisk);
        return Parts.row(8, architectures, Parts.spring(), risk);
    }

    private static Slider slider(String name, double max, double step) {
        Slider slider = new Slider(0, max, 0);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(step);
        slider.setAccessibleText(name);
        slider.setSkin(new atlantafx.base.controls.ProgressSliderSkin(slider));
        return slider;
    }

    private static VBox line(String name, Slider slider, DoubleFunction<String> words) {
        Label value = Parts.label(words.apply(slider.getValue()), "small", "strong");
        slider.valueProperty()
                .addListener((source, before, now) -> value.setText(words.apply(Math.rint(now.doubleValue()))));
        HBox head = Parts.row(8, Parts.label(name, "small", "muted"), Parts.spring(), value);
        return new VBox(2, head, slider);
    }

    private static String percentileWords(double percentile) {
        return percentile == 100
                ? "maximum"
                : "p" + (percentile == Math.rint(percentile) ? (int) percentile : percentile);
    }

    private static String lookbackWords(int days) {
        return switch (days) {
            case SizingPolicy.ALL_HISTORY_DAYS -> "all history";
            case 365 -> "1 year";
            case 730 -> "2 years";
            default -> days + " days";
        };
    }

    private void follow(SizingPolicy policy) {
        following = true;
        percentile.setValue(nearest(PERCENTILES, policy.percentile()));
        headroom.setValue(policy.headroomPercent());
        lookback.setValue(nearest(LOOKBACKS.stream().map(Integer::doubleValue).toList(), policy.lookbackDays()));
        architectures.setSelected(policy.anyArchitecture());
        following = false;
    }

    private static int nearest(List<Double> values, double wanted) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            if (Math.abs(values.get(i) - wanted) < Math.abs(values.get(best) - wanted)) {
                best = i;
            }
        }
        return best;
    }

    private void apply() {
        model.applyPolicy(
                PERCENTILES.get((int) Math.rint(percentile.getValue())),
                Math.rint(headroom.getValue()),
                LOOKBACKS.get((int) Math.rint(lookback.getValue())));
    }
}
