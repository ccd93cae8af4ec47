package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.charts.plot.Caption;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One chart on the whole window for people who watch: its statement above, what it shows below. Arrow keys
/// walk through the charts.
final class PresentationView extends VBox {
    private static final Duration DOTS_STAY = Duration.seconds(3);
    private final PresentationViewModel model;
    private final String footnote;
    private final Label title = Parts.prose("", "presentation-title");
    private final Label subtitle = Parts.prose("", "presentation-subtitle");
    private final VBox place = new VBox();
    private final Label foot = Parts.elastic("", "presentation-foot");
    private final HBox dots = Parts.row(8);
    private final PauseTransition quiet = new PauseTransition(DOTS_STAY);

    PresentationView(PresentationViewModel model, String footnote) {
        super(8);
        this.model = model;
        this.footnote = footnote;
        getStyleClass().add("presentation");
        title.setMaxWidth(Double.MAX_VALUE);
        subtitle.setMaxWidth(Double.MAX_VALUE);
        setFocusTraversable(true);
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox.setMargin(place, new Insets(24, 0, 24, 0));
        HBox bottom = Parts.row(16, foot, Parts.spring(), dots);
        dots.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, subtitle, place, bottom);
        quiet.setOnFinished(event -> dots.setVisible(false));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.indexProperty().addListener((source, before, now) -> show());
        show();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT, DOWN, PAGE_DOWN -> model.move(1);
            case LEFT, UP, PAGE_UP -> model.move(-1);
            case HOME -> model.show(0);
            case END -> model.show(model.count() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show() {
        model.current().ifPresent(slide -> {
            Caption caption = slide.chart().caption().get();
            title.setText(caption.title());
            subtitle.setText(caption.subtitle());
            subtitle.setManaged(!caption.subtitle().isEmpty());
            Region chart = slide.chart().copy().get();
            VBox.setVgrow(chart, Priority.ALWAYS);
            chart.setMaxHeight(Double.MAX_VALUE);
            Exports.offer(chart, slide.chart());
            place.getChildren().setAll(chart);
            foot.setText(footnote);
            setAccessibleText(caption.title() + ", chart " + model.position());
            showDots();
        });
    }

    private void showDots() {
        dots.getChildren().clear();
        for (int i = 0; i < model.count(); i++) {
            Region dot = new Region();
            dot.getStyleClass().add("presentation-dot");
            if (i == model.indexProperty().get()) {
                dot.getStyleClass().add("current");
            }
            dots.getChildren().add(dot);
        }
        dots.getChildren().add(Parts.label(model.position(), "presentation-foot"));
        dots.setVisible(true);
        quiet.playFromStart();
    }
}
