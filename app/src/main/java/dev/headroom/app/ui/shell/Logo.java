package dev.headroom.app.ui.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/// The mark of the product: a rising line under a dashed limit.
final class Logo extends Pane {
    private static final double SIZE = 22;

    Logo() {
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        Rectangle ground = new Rectangle(SIZE, SIZE);
        ground.setArcWidth(10);
        ground.setArcHeight(10);
        ground.getStyleClass().add("logo-ground");
        Line limit = new Line(4.5, 6, 17.5, 6);
        limit.getStyleClass().add("logo-limit");
        Polyline rise = new Polyline(4.5, 16.5, 9, 12.5, 12, 14.5, 17.5, 9.5);
        rise.getStyleClass().add("logo-line");
        getChildren().addAll(ground, limit, rise);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Headroom");
    }
}
