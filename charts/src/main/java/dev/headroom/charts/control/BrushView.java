package dev.headroom.charts.control;

import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// The overview below a chart: all data, with the part in view as a window that can be moved and resized.
///
/// Keyboard: Left and Right move the window by a tenth of its width, with Shift they move its right edge, Home shows
/// the first view, End everything.
public final class BrushView extends CanvasRegion {
    private static final double STRIP = 42;
    private static final double LABELS = 20;

    /// What a press took hold of.
    private enum Hold {
        NOTHING,
        LEFT_GRIP,
        RIGHT_GRIP,
        WINDOW
    }

    private final PlotView view;
    private Hold hold = Hold.NOTHING;
    private double pressedAt;
    private Viewport pressedView;

    /// A brush linked to a chart: it shows the same plot, aligns with its plot area and moves its view.
    public BrushView(PlotView view) {
        this.view = view;
        this.pressedView = view.getViewport();
        getStyleClass().add("brush-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleRoleDescription("overview");
        setAccessibleHelp("Left and Right move the window in view, with Shift they resize it.");
        setMinHeight(STRIP + LABELS);
        setPrefHeight(STRIP + LABELS);
        setMaxHeight(STRIP + LABELS);
        themeProperty().bind(view.themeProperty());
        view.plotProperty().addListener((_, _, _) -> redraw());
        view.plotAreaProperty().addListener((_, _, _) -> redraw());
        view.viewportProperty().addListener((_, _, _) -> {
            redraw();
            describe();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> setCursor(cursorAt(event.getX())));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                view.reset();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        describe();
    }

    @Override
    void paintStill(Pen pen, double width, double height) {
        pen.fill(new Rectangle2D.Double(0, 0, width, height), getTheme().color(ThemeColor.SURFACE));
        BrushPainter painter = painter();
        painter.paint(pen, view.getViewport());
        painter.paintLabels(pen);
    }

    @Override
    void paintLive(Pen pen, double width, double height) {
        if (isFocusVisible()) {
            pen.stroke(
                    Pen.roundRectangle(1, 1, width - 2, height - 2, 6),
                    getTheme().color(ThemeColor.FOCUS_RING),
                    Pen.solid(2));
        }
    }

    private BrushPainter painter() {
        Plot plot = view.shownPlot();
        javafx.geometry.Rectangle2D area = view.plotAreaProperty().get();
        double left = area.getWidth() > 0 ? area.getMinX() : 0;
        double width = area.getWidth() > 0 ? area.getWidth() : getWidth();
        return new BrushPainter(plot, new Rectangle2D.Double(left, 0.5, Math.max(1, width), STRIP - 1));
    }

    private Hold holdAt(double x) {
        BrushPainter painter = painter();
        double left = painter.px(view.getViewport().from());
        double right = painter.px(view.getViewport().to());
        if (Math.abs(x - right) <= BrushPainter.GRIP_WIDTH) {
            return Hold.RIGHT_GRIP;
        }
        if (Math.abs(x - left) <= BrushPainter.GRIP_WIDTH) {
            return Hold.LEFT_GRIP;
        }
        return x > left && x < right ? Hold.WINDOW : Hold.NOTHING;
    }

    private Cursor cursorAt(double x) {
        return switch (holdAt(x)) {
            case LEFT_GRIP, RIGHT_GRIP -> Cursor.H_RESIZE;
            case WINDOW -> Cursor.OPEN_HAND;
            case NOTHING -> Cursor.DEFAULT;
        };
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        hold = holdAt(event.getX());
        pressedAt = painter().positionAt(event.getX());
        if (hold == Hold.NOTHING) {
            Viewport now = view.getViewport();
            view.setViewport(now.moved(pressedAt - (now.from() + now.to()) / 2));
            hold = Hold.WINDOW;
        }
        pressedView = view.getViewport();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        Viewport full = view.getPlot().full();
        double at = Math.clamp(painter().positionAt(event.getX()), full.from(), full.to());
        double least = full.span() / 500;
        switch (hold) {
            case LEFT_GRIP -> view.setViewport(new Viewport(Math.min(at, pressedView.to() - least), pressedView.to()));
            case RIGHT_GRIP ->
                view.setViewport(new Viewport(pressedView.from(), Math.max(at, pressedView.from() + least)));
            case WINDOW -> view.setViewport(pressedView.moved(painter().positionAt(event.getX()) - pressedAt));
            case NOTHING -> {
                return;
            }
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        Viewport now = view.getViewport();
        double step = now.span() / 10;
        switch (event.getCode()) {
            case LEFT -> move(event.isShiftDown() ? Hold.RIGHT_GRIP : Hold.WINDOW, -step);
            case RIGHT -> move(event.isShiftDown() ? Hold.RIGHT_GRIP : Hold.WINDOW, step);
            case HOME -> view.reset();
            case END -> view.setViewport(view.getPlot().full());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(Hold what, double distance) {
        Viewport now = view.getViewport();
        view.setViewport(what == Hold.RIGHT_GRIP ? new Viewport(now.from(), now.to() + distance) : now.moved(distance));
    }

    private void describe() {
        Viewport now = view.getViewport();
        setAccessibleText("In view: " + view.getPlot().xAxis().describe(now.from()) + " to "
                + view.getPlot().xAxis().describe(now.to()));
    }
}
