package dev.headroom.app.ui.scenarios;

import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.Scenario;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The events as bars on a timeline, over the same days as the charts below.
final class TimelineCard extends VBox {
    private static final double LANE = 24;
    private static final double BAR = 20;
    private static final double MONTHS = 20;
    private static final double LABELS = ScenariosView.LABELS;

    private final ScenariosViewModel model;
    private final ModalHost modal;
    private final Label count = Parts.label("", "small", "muted");
    private final Pane lanes = new Pane();
    private @Nullable Viewport span;
    private Rectangle2D area = Rectangle2D.EMPTY;
    private int focused = -1;

    TimelineCard(ScenariosViewModel model, ModalHost modal) {
        super(8);
        this.model = model;
        this.modal = modal;
        getStyleClass().add("card");
        HBox head = Parts.row(8, Parts.label("Events", "section-title"), count, Parts.spring(), addMenu());
        lanes.getStyleClass().add("timeline");
        getChildren().addAll(head, lanes);
        model.scenarioProperty().addListener((source, before, now) -> draw());
        model.faceProperty().addListener((source, before, now) -> draw());
        lanes.widthProperty().addListener((source, before, now) -> draw());
        draw();
    }

    private MenuButton addMenu() {
        MenuButton menu = new MenuButton("Add event", Icons.small("fth-plus"));
        menu.setId("scenario-add");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (NewEvents kind : NewEvents.values()) {
            MenuItem item = new MenuItem(kind.label());
            item.setOnAction(event -> begin(kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    void begin(NewEvents kind) {
        show(EventDialog.add(model, model.draft(kind), modal::hide));
    }

    private void edit(int index) {
        show(EventDialog.edit(model, index, modal::hide));
    }

    private void show(EventDialog dialog) {
        modal.show(dialog);
        dialog.begin();
    }

    /// The days that the charts show, and where their plot areas lie.
    void follow(Viewport view, Rectangle2D plotArea) {
        span = view;
        area = plotArea;
        draw();
    }

    private void draw() {
        Scenario scenario = model.scenarioProperty().get();
        List<Event> events = scenario.events();
        long on = events.stream().filter(Event::isOn).count();
        long off = events.size() - on;
        count.setText(
                events.isEmpty()
                        ? "none yet: add what will change"
                        : on + " on" + (off > 0 ? ", " + off + " off" : "")
                                + "; drag to move, the right edge to resize");
        double height = Math.max(1, events.size()) * LANE + MONTHS;
        lanes.setMinHeight(height);
        lanes.setPrefHeight(height);
        List<Node> before = controls();
        for (int i = 0; i < before.size(); i++) {
            focused = before.get(i).isFocused() ? i : focused;
        }
        lanes.getChildren().clear();
        Viewport view = span;
        if (view == null || area.getWidth() <= 0) {
            return;
        }
        TimeScale scale = new TimeScale(LABELS + area.getMinX(), LABELS + area.getMaxX(), view);
        months(scale, height);
        for (int i = 0; i < events.size(); i++) {
            lane(i, events.get(i), scale);
        }
        List<Node> now = controls();
        if (focused >= 0 && !now.isEmpty()) {
            // A box and a bar a lane: what had the focus keeps it, or the last one of its kind.
            int kind = focused % 2;
            now.get(focused < now.size() ? focused : now.size() - 2 + kind).requestFocus();
        }
        focused = -1;
    }

    /// The box and the bar of each lane.
    private List<Node> controls() {
        return lanes.getChildren().stream()
                .filter(node -> node instanceof EventBar || node instanceof CheckBox)
                .toList();
    }

    private void lane(int index, Event event, TimeScale scale) {
        CheckBox box = new CheckBox(model.place(event.scope()));
        box.setSelected(event.isOn());
        box.setAccessibleText(model.name(event) + " counts");
        box.setOnAction(e -> model.toggle(index));
        box.setLayoutY(index * LANE + 2);
        box.setPrefWidth(LABELS - 8);
        box.setMaxWidth(LABELS - 8);
        EventBar bar = new EventBar(model, index, event, scale, () -> edit(index));
        bar.setLayoutY(index * LANE + (LANE - BAR) / 2);
        bar.setMinHeight(BAR);
        bar.setMaxHeight(BAR);
        lanes.getChildren().addAll(box, bar);
    }

    private void months(TimeScale scale, double height) {
        Region ground = new Region();
        ground.getStyleClass().add("timeline-ground");
        ground.resizeRelocate(scale.left(), 0, scale.right() - scale.left(), height - MONTHS);
        ground.setManaged(false);
        lanes.getChildren().add(ground);
        LocalDate month = scale.first().withDayOfMonth(1);
        while (!month.isAfter(scale.last())) {
            double left = Math.max(scale.left(), scale.at(month));
            double right = Math.min(scale.right(), scale.at(month.plusMonths(1)));
            if (left > scale.left()) {
                lanes.getChildren().add(line(left, height - MONTHS, "timeline-month"));
            }
            String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            boolean january = month.getMonthValue() == 1;
            Label label = Parts.label(january ? name + " " + month.getYear() : name, "caption", "muted");
            if (january) {
                label.getStyleClass().add("strong");
            }
            label.setMinWidth(0);
            label.setPrefWidth(Math.max(0, right - left));
            label.setAlignment(Pos.CENTER);
            label.setTextOverrun(OverrunStyle.CLIP);
            label.setLayoutX(left);
            label.setLayoutY(height - MONTHS + 3);
            label.setVisible(right - left > 24);
            lanes.getChildren().add(label);
            month = month.plusMonths(1);
        }
        double today = scale.at(model.firstDay().minusDays(1));
        if (today > scale.left() && today < scale.right()) {
            lanes.getChildren().add(line(today, height - MONTHS, "timeline-today"));
        }
    }

    private static Region line(double x, double height, String style) {
        Region line = new Region();
        line.getStyleClass().add(style);
        line.setManaged(false);
        line.resizeRelocate(Math.round(x), 0, 1, height);
        return line;
    }
}
