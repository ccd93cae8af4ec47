package dev.headroom.charts.control;

import dev.headroom.charts.layer.Discs;
import dev.headroom.charts.layer.Pen;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A Harvey disc as a node: the glyph that stands before a probability or a risk in tables and badges.
///
/// Its colour comes from the style sheet as `-fx-disc-color`, so that it follows the theme and the tone of its words.
public final class DiscGlyph extends CanvasRegion {
    private static final double SIZE = 13;
    private static final StyleablePropertyFactory<DiscGlyph> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final int quarters;
    private final StyleableProperty<Color> color;

    /// @param quarters how much of the disc is filled, 0 to 4
    public DiscGlyph(int quarters) {
        if (quarters < 0 || quarters > 4) {
            throw new IllegalArgumentException("quarters (" + quarters + ") must lie between 0 and 4.");
        }
        this.quarters = quarters;
        color = STYLES.createStyleableColorProperty(
                this, "discColor", "-fx-disc-color", glyph -> glyph.color, Color.GRAY);
        if (color instanceof ObservableValue<?> changing) {
            changing.addListener((_, _, _) -> redraw());
        }
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getStyleClass().add("disc-glyph");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(quarters + " of 4");
    }

    /// The colour that the style sheet gives.
    Color color() {
        return color.getValue();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    void paintStill(Pen pen, double width, double height) {
        double radius = Math.min(width, height) / 2 - 0.5;
        Color now = color.getValue();
        Discs.paint(
                pen,
                width / 2,
                height / 2,
                radius,
                quarters,
                new java.awt.Color(
                        (float) now.getRed(), (float) now.getGreen(), (float) now.getBlue(), (float) now.getOpacity()));
    }

    @Override
    void paintLive(Pen pen, double width, double height) {
        // A glyph does not react.
    }
}
