package dev.headroom.app.ui.scenarios;

import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.Event;
import java.time.LocalDate;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// One event on the timeline. Dragging it moves it, dragging an edge moves its first day or its end; all snap to days.
/// Left and Right move it by a day, with Shift by a week, with Ctrl they move its end; Enter edits it, Space
/// switches it, Delete removes it.
final class EventBar extends HBox {
    private static final double EDGE = 7;
    private static final int WEEK = 7;

    private final ScenariosViewModel model;
    private final int index;
    private final Event event;
    private final TimeScale scale;
    private double pressedAt;
    private Grip grip = Grip.WHOLE;
    private long dragged;

    /// What is dragged.
    private enum Grip {
        WHOLE,
        FIRST_DAY,
        END
    }

    EventBar(ScenariosViewModel model, int index, Event event, TimeScale scale, Runnable edit) {
        super(6);
        this.model = model;
        this.index = index;
        this.event = event;
        this.scale = scale;
        Label name = Parts.elastic(model.name(event), "small", "strong");
        Label dates = Parts.elastic(dates(), "small", "muted");
        getChildren().addAll(name, dates);
        getStyleClass().addAll("event-bar", style(event.change()));
        if (!event.isOn()) {
            getStyleClass().add("off");
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(model.name(event) + ", " + model.place(event.scope()) + ", " + dates());
        setAccessibleHelp("Arrow keys move it, with Control its end; Enter edits, Space switches, Delete removes");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> setCursor(cursor(grip(e))));
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                edit.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> key(e, edit));
        place(0);
    }

    private static String style(Change change) {
        return switch (change) {
            case Change.Growth _, Change.Launch _ -> "event-load";
            case Change.Schedule _ -> "event-schedule";
            case Change.Resize _, Change.Migration _ -> "event-machine";
            case Change.Commitment _, Change.Price _ -> "event-price";
            case Change.Decommission _ -> "event-end";
        };
    }

    private String dates() {
        String from = "from " + model.formats().dayYear(event.from());
        return (event.isOn() ? "" : "off, ")
                + event.until()
                        .map(until -> from + " until " + model.formats().dayYear(until))
                        .orElse(from);
    }

    /// Lies where the event is, moved or resized by some days.
    private void place(long days) {
        LocalDate from = grip == Grip.END ? event.from() : event.from().plusDays(days);
        double left = Math.clamp(scale.at(from), scale.left(), scale.right() - 2 * EDGE);
        double right = Math.clamp(scale.at(end(days)), left + 2 * EDGE, scale.right());
        setLayoutX(left);
        setMinWidth(right - left);
        setPrefWidth(right - left);
        setMaxWidth(right - left);
    }

    private LocalDate end(long days) {
        return event.until()
                .or(event::end)
                .map(day -> grip == Grip.FIRST_DAY ? day : day.plusDays(days))
                .orElse(grip == Grip.END && days != 0 ? scale.last().plusDays(days) : LocalDate.MAX.minusYears(1));
    }

    private Grip grip(MouseEvent e) {
        if (e.getX() > getWidth() - EDGE) {
            return Grip.END;
        }
        return e.getX() < EDGE && event.until().isPresent() ? Grip.FIRST_DAY : Grip.WHOLE;
    }

    private static Cursor cursor(Grip grip) {
        return switch (grip) {
            case WHOLE -> Cursor.HAND;
            case FIRST_DAY -> Cursor.W_RESIZE;
            case END -> Cursor.E_RESIZE;
        };
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        pressedAt = e.getSceneX();
        grip = grip(e);
        dragged = 0;
        e.consume();
    }

    private void dragged(MouseEvent e) {
        dragged = Math.round((e.getSceneX() - pressedAt) / scale.pixelsADay());
        place(dragged);
        e.consume();
    }

    private void released() {
        if (dragged != 0) {
            switch (grip) {
                case WHOLE -> model.move(index, dragged);
                case FIRST_DAY -> model.start(index, event.from().plusDays(dragged));
                case END -> model.resize(index, end(dragged));
            }
        }
        dragged = 0;
        grip = Grip.WHOLE;
    }

    private void key(KeyEvent e, Runnable edit) {
        long step = e.isShiftDown() ? WEEK : 1;
        if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
            long days = e.getCode() == KeyCode.LEFT ? -step : step;
            if (e.isShortcutDown()) {
                model.resize(
                        index, event.until().orElse(scale.last().plusDays(1)).plusDays(days));
            } else {
                model.move(index, days);
            }
        } else if (e.getCode() == KeyCode.ENTER) {
            edit.run();
        } else if (e.getCode() == KeyCode.SPACE) {
            model.toggle(index);
        } else if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
            model.remove(index);
        } else {
            return;
        }
        e.consume();
    }
}
