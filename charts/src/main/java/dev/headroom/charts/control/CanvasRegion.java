package dev.headroom.charts.control;

import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.theme.ChartFonts;
import dev.headroom.charts.theme.PlotTheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jfree.fx.FXGraphics2D;

/// A region that our renderer draws: a still canvas, repainted when the picture changes, and a live one above it for
/// what follows the cursor.
///
/// Both are repainted at most once a pulse. The still canvas keeps its pixels, so moving the crosshair costs only the
/// live one.
abstract class CanvasRegion extends Region {
    private final Canvas still = new Canvas();
    private final Canvas live = new Canvas();
    private final Surface surface = new Surface();
    private final ObjectProperty<PlotTheme> theme = new SimpleObjectProperty<>(this, "theme", PlotTheme.light());
    private boolean stillDirty = true;
    private boolean liveDirty = true;

    /// Unmanaged, so that asking for a repaint never lays out the window.
    private final class Surface extends Region {
        Surface() {
            setManaged(false);
            setMouseTransparent(true);
            getChildren().addAll(still, live);
        }

        @Override
        protected void layoutChildren() {
            repaint();
        }
    }

    CanvasRegion() {
        ChartFonts.registerWithJavaFx();
        getChildren().add(surface);
        theme.addListener((_, _, _) -> redraw());
        focusVisibleProperty().addListener((_, _, _) -> redrawLive());
        sceneProperty().addListener((_, _, _) -> redraw());
    }

    /// The palette; follows the window's theme.
    public final ObjectProperty<PlotTheme> themeProperty() {
        return theme;
    }

    public final PlotTheme getTheme() {
        return theme.get();
    }

    public final void setTheme(PlotTheme value) {
        theme.set(value);
    }

    /// Draws the picture that stays.
    abstract void paintStill(Pen pen, double width, double height);

    /// Draws what follows cursor and focus.
    abstract void paintLive(Pen pen, double width, double height);

    /// Asks for both pictures to be drawn anew in the next pulse.
    final void redraw() {
        stillDirty = true;
        redrawLive();
    }

    /// Asks for the live picture to be drawn anew in the next pulse.
    final void redrawLive() {
        liveDirty = true;
        surface.requestLayout();
    }

    /// How many device pixels make one unit on the window's screen.
    final double outputScale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null || !(window.getOutputScaleX() > 0) ? 1 : window.getOutputScaleX();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth());
        double height = Math.max(0, getHeight());
        if (still.getWidth() != width || still.getHeight() != height) {
            surface.resizeRelocate(0, 0, width, height);
            resize(still, width, height);
            resize(live, width, height);
            redraw();
        }
    }

    private static void resize(Canvas canvas, double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    private void repaint() {
        double width = still.getWidth();
        double height = still.getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        if (stillDirty) {
            stillDirty = false;
            still.getGraphicsContext2D().clearRect(0, 0, width, height);
            paintStill(pen(still), width, height);
        }
        if (liveDirty) {
            liveDirty = false;
            live.getGraphicsContext2D().clearRect(0, 0, width, height);
            paintLive(pen(live), width, height);
        }
    }

    private Pen pen(Canvas canvas) {
        return new Pen(new FXGraphics2D(canvas.getGraphicsContext2D()), outputScale());
    }

    /// The bounds of the drawing, for tests and for placing pop-ups.
    final Rectangle2D drawingBounds() {
        return new Rectangle2D(0, 0, still.getWidth(), still.getHeight());
    }
}
