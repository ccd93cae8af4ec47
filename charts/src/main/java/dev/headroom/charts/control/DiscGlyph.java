package dev.headroom.charts.control;

import dev.headroom.charts.layer.Discs;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.theme.ProbabilityClass;
import dev.headroom.charts.theme.ProbabilityScale;
import dev.headroom.charts.theme.ThemeColor;
import javafx.scene.AccessibleRole;

/// A Harvey disc as a node: the glyph that stands before a probability in tables and badges.
///
/// Its colour follows the class in running text (likely and very likely danger, fair chance warning, else muted)
/// unless another token is set.
public final class DiscGlyph extends CanvasRegion {
    private static final double SIZE = 13;

    private ProbabilityClass shown;
    private ThemeColor token;

    public DiscGlyph(ProbabilityClass initial) {
        shown = initial;
        token = initial.textColor();
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getStyleClass().add("disc-glyph");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(initial.word());
    }

    /// The glyph of a known probability.
    public static DiscGlyph of(double probability) {
        return new DiscGlyph(ProbabilityScale.classOf(probability));
    }

    /// Shows another class in the colour that belongs to it.
    public void show(ProbabilityClass probability) {
        shown = probability;
        token = probability.textColor();
        setAccessibleText(probability.word());
        redraw();
    }

    /// Draws in another colour, as on a badge.
    public void paintIn(ThemeColor color) {
        token = color;
        redraw();
    }

    @Override
    void paintStill(Pen pen, double width, double height) {
        double radius = Math.min(width, height) / 2 - 0.5;
        Discs.paint(
                pen, width / 2, height / 2, radius, shown.quarters(), getTheme().color(token));
    }

    @Override
    void paintLive(Pen pen, double width, double height) {
        // A glyph does not react.
    }
}
