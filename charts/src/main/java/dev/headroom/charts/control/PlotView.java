package dev.headroom.charts.control;

import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotLayout;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Rectangle2D;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// A chart that can be explored: the wheel zooms around the cursor, dragging pans, a double click goes back, the
/// crosshair reads values.
///
/// Keyboard: Left and Right move the crosshair by one observation (with Shift by seven), + and - zoom, Home resets,
/// Escape hides the crosshair. Charts that share `viewportProperty` and `crosshairProperty` move together.
/// The accessible text says what the card at the crosshair says.
public final class PlotView extends CanvasRegion {
    /// What a person may do with the chart.
    public enum Interaction {
        /// Zoom, pan and read.
        EXPLORE,
        /// Read only: the view is fixed and the wheel scrolls the page.
        READ
    }

    private static final double LEAST_SPAN_SECONDS = 6 * 3_600.0;
    private static final double ZOOM_PER_PIXEL = 0.0032;
    private static final double KEY_ZOOM = 0.7;
    private static final int LONG_STEP = 7;

    private final ObjectProperty<Plot> plot;
    private final ObjectProperty<PlotSizes> sizes = new SimpleObjectProperty<>(this, "sizes", PlotSizes.screen());
    private final ObjectProperty<Viewport> viewport;
    private final ObjectProperty<Interaction> interaction =
            new SimpleObjectProperty<>(this, "interaction", Interaction.EXPLORE);
    private final DoubleProperty crosshair = new SimpleDoubleProperty(this, "crosshair", Double.NaN);
    private final ReadOnlyObjectWrapper<javafx.geometry.Rectangle2D> plotArea =
            new ReadOnlyObjectWrapper<>(this, "plotArea", new javafx.geometry.Rectangle2D(0, 0, 0, 0));

    private DoubleConsumer onPicked = _ -> {};
    private double cursorY = Double.NaN;
    private double pressedX;
    private Viewport pressedView;
    private boolean dragged;

    public PlotView(Plot initial) {
        plot = new SimpleObjectProperty<>(this, "plot", initial);
        viewport = new SimpleObjectProperty<>(this, "viewport", initial.home());
        pressedView = initial.home();
        getStyleClass().add("plot-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("chart");
        setAccessibleHelp("Arrow keys read values, plus and minus zoom, Home shows the first view.");
        setMinSize(120, 80);
        setPrefSize(640, 320);
        plot.addListener((_, before, now) -> replaced(before, now));
        sizes.addListener((_, _, _) -> redraw());
        viewport.addListener((_, _, _) -> {
            redraw();
            describe();
        });
        crosshair.addListener((_, _, _) -> {
            redrawLive();
            describe();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> crosshair.set(Double.NaN));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        describe();
    }

    /// The chart; a new one keeps the view when it has the same full span, and opens on its own home otherwise.
    public ObjectProperty<Plot> plotProperty() {
        return plot;
    }

    public Plot getPlot() {
        return plot.get();
    }

    public void setPlot(Plot value) {
        plot.set(value);
    }

    /// The sizes of type and marks: screen or presentation.
    public ObjectProperty<PlotSizes> sizesProperty() {
        return sizes;
    }

    /// What is in view; bind it both ways to synchronise charts.
    public ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    public Viewport getViewport() {
        return viewport.get();
    }

    /// Shows this view, as far as the data reach.
    public void setViewport(Viewport value) {
        viewport.set(value.within(getPlot().full(), leastSpan()));
    }

    public ObjectProperty<Interaction> interactionProperty() {
        return interaction;
    }

    /// The position of the crosshair, NaN when it is hidden; bind it both ways to synchronise charts.
    public DoubleProperty crosshairProperty() {
        return crosshair;
    }

    /// Where the plot area lies in this view; a brush below aligns with it.
    public ReadOnlyObjectProperty<javafx.geometry.Rectangle2D> plotAreaProperty() {
        return plotArea.getReadOnlyProperty();
    }

    /// Is told the observation that was clicked, or chosen with Enter.
    public void setOnPicked(DoubleConsumer consumer) {
        onPicked = consumer;
    }

    /// Goes back to the first view.
    public void reset() {
        viewport.set(getPlot().home().within(getPlot().full(), leastSpan()));
    }

    /// Zooms by a factor around a position; below 1 zooms in.
    public void zoom(double factor, double centre) {
        setViewport(getViewport().zoomed(factor, centre));
    }

    /// The plot as it is painted now, with the window's theme and sizes; for export and for tests.
    public Plot shownPlot() {
        return getPlot().withTheme(getTheme()).withSizes(sizes.get());
    }

    /// Where everything lies at the present size and view.
    public PlotLayout plotLayout() {
        return shownPlot().layout(getWidth(), getHeight(), getViewport());
    }

    @Override
    void paintStill(Pen pen, double width, double height) {
        Plot shown = shownPlot();
        shown.paint(pen.graphics(), width, height, getViewport(), pen.deviceScale());
        Rectangle2D area = shown.layout(width, height, getViewport()).area();
        plotArea.set(new javafx.geometry.Rectangle2D(area.getX(), area.getY(), area.getWidth(), area.getHeight()));
    }

    @Override
    void paintLive(Pen pen, double width, double height) {
        if (!Double.isNaN(crosshair.get())) {
            PlotLayout layout = shownPlot().layout(width, height, getViewport());
            double y = Double.isNaN(cursorY) ? layout.area().getMaxY() - 12 : cursorY;
            new CrosshairPainter(shownPlot(), layout).paint(pen, crosshair.get(), y);
        }
        if (isFocusVisible()) {
            pen.stroke(
                    Pen.roundRectangle(1, 1, width - 2, height - 2, 6),
                    getTheme().color(ThemeColor.FOCUS_RING),
                    Pen.solid(2));
        }
    }

    private void replaced(Plot before, Plot now) {
        Viewport full = now.full();
        if (full.equals(before.full())) {
            setViewport(getViewport());
        } else {
            reset();
        }
        crosshair.set(Double.NaN);
        redraw();
        describe();
    }

    private double leastSpan() {
        double full = getPlot().full().span();
        return getPlot().xAxis() instanceof TimeAxis ? Math.min(full, LEAST_SPAN_SECONDS) : full / 1_000;
    }

    private void moved(MouseEvent event) {
        PlotLayout layout = plotLayout();
        Rectangle2D area = layout.area();
        if (!area.contains(event.getX(), event.getY())) {
            crosshair.set(Double.NaN);
            return;
        }
        cursorY = event.getY();
        double at = getPlot().nearest(layout.positionAt(event.getX())).orElse(Double.NaN);
        crosshair.set(inView(at) ? at : Double.NaN);
        redrawLive();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragged = false;
        pressedX = event.getX();
        pressedView = getViewport();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || interaction.get() != Interaction.EXPLORE) {
            return;
        }
        double distance = event.getX() - pressedX;
        dragged = dragged || Math.abs(distance) > 3;
        if (dragged) {
            double width = Math.max(1, plotArea.get().getWidth());
            setViewport(pressedView.moved(-distance / width * pressedView.span()));
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || dragged) {
            return;
        }
        if (event.getClickCount() == 2 && interaction.get() == Interaction.EXPLORE) {
            reset();
        } else if (event.getClickCount() == 1) {
            PlotLayout layout = plotLayout();
            if (layout.area().contains(event.getX(), event.getY())) {
                getPlot().nearest(layout.positionAt(event.getX())).ifPresent(onPicked::accept);
            }
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (interaction.get() != Interaction.EXPLORE) {
            return;
        }
        PlotLayout layout = plotLayout();
        boolean sideways = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways) {
            double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            double width = Math.max(1, layout.area().getWidth());
            setViewport(getViewport().moved(-delta / width * getViewport().span()));
        } else {
            double centre = Math.clamp(
                    layout.positionAt(event.getX()),
                    getViewport().from(),
                    getViewport().to());
            zoom(Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL), centre);
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        boolean explore = interaction.get() == Interaction.EXPLORE;
        int steps = event.isShiftDown() ? LONG_STEP : 1;
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step(-steps);
            case RIGHT -> step(steps);
            case ESCAPE -> {
                if (Double.isNaN(crosshair.get())) {
                    return;
                }
                crosshair.set(Double.NaN);
            }
            case ENTER -> {
                if (Double.isNaN(crosshair.get())) {
                    return;
                }
                onPicked.accept(crosshair.get());
            }
            case HOME -> {
                if (explore) {
                    reset();
                }
            }
            case PLUS, ADD, EQUALS -> {
                if (explore) {
                    zoom(KEY_ZOOM, keyCentre());
                }
            }
            case MINUS, SUBTRACT -> {
                if (explore) {
                    zoom(1 / KEY_ZOOM, keyCentre());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double keyCentre() {
        double middle = (getViewport().from() + getViewport().to()) / 2;
        return inView(crosshair.get()) ? crosshair.get() : middle;
    }

    /// Moves the crosshair by observations and brings it into view; the first step starts in the middle.
    private void step(int steps) {
        cursorY = Double.NaN;
        double at = crosshair.get();
        if (!inView(at)) {
            double middle = (getViewport().from() + getViewport().to()) / 2;
            at = getPlot().nearest(middle).orElse(Double.NaN);
        } else {
            for (int i = 0; i < Math.abs(steps); i++) {
                OptionalDouble next =
                        steps > 0 ? getPlot().after(at) : getPlot().before(at);
                at = next.orElse(at);
            }
        }
        if (!Double.isNaN(at)) {
            Viewport view = getViewport();
            if (at < view.from()) {
                setViewport(view.moved(at - view.from()));
            } else if (at > view.to()) {
                setViewport(view.moved(at - view.to()));
            }
            crosshair.set(at);
        }
    }

    private boolean inView(double position) {
        return position >= getViewport().from() && position <= getViewport().to();
    }

    private void describe() {
        double at = crosshair.get();
        if (Double.isNaN(at)) {
            String title =
                    getPlot().caption().map(caption -> caption.title() + ". ").orElse("");
            setAccessibleText(title + "Chart from "
                    + getPlot().xAxis().describe(getViewport().from()) + " to "
                    + getPlot().xAxis().describe(getViewport().to()) + ".");
        } else {
            setAccessibleText(
                    new CrosshairPainter(getPlot(), plotLayout()).card(at).spoken());
        }
    }
}
