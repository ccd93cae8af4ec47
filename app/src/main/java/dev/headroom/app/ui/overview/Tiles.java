package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.Loaded;
import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/// The tiles of the Overview: TilesFX tiles whose face is ours, in the colours of the style sheet.
final class Tiles {
    static final double HEIGHT = 132;
    /// TilesFX keeps a twentieth of the height free around the face; this makes it 12 above and 16 beside, on whole
    /// pixels.
    private static final Insets FACE = new Insets(5.4, 9.4, 0, 9.4);

    private Tiles() {}

    /// A tile that leads to a panel.
    static Tile tile(String heading, Node face, Runnable open) {
        VBox inside = new VBox(6, Parts.elastic(heading, "group-title"), face);
        return wrap(heading, inside, open);
    }

    /// A tile whose face brings its own heading.
    static Tile wrap(String description, Region inside, Runnable open) {
        inside.getStyleClass().add("tile-face");
        inside.setPadding(FACE);
        inside.setSnapToPixel(false);
        Tile tile = TileBuilder.create()
                .skinType(Tile.SkinType.CUSTOM)
                .graphic(inside)
                .animated(false)
                .backgroundColor(Color.TRANSPARENT)
                .borderColor(Color.TRANSPARENT)
                .borderWidth(0)
                .roundedCorners(false)
                .textVisible(false)
                .build();
        tile.getStyleClass().add("hr-tile");
        tile.setMinSize(60, HEIGHT);
        tile.setPrefHeight(HEIGHT);
        tile.setMaxHeight(HEIGHT);
        tile.setFocusTraversable(true);
        tile.setAccessibleRole(AccessibleRole.BUTTON);
        tile.setAccessibleText(description);
        tile.setCursor(Cursor.HAND);
        tile.setOnMouseClicked(event -> open.run());
        tile.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
        return tile;
    }

    static Node figures(ObservableValue<Loaded<FigureTile>> source, Runnable again) {
        return new LoadedPane<>(source, 3, again, Tiles::figures);
    }

    static Node figures(FigureTile tile) {
        HBox values = new HBox(16);
        for (FigureTile.Figure figure : tile.figures()) {
            VBox column = new VBox(0, Parts.label(figure.value(), "tile-value"));
            if (!figure.below().isEmpty()) {
                column.getChildren().add(Parts.label(figure.below(), "small", "muted"));
            }
            values.getChildren().add(column);
        }
        VBox face = new VBox(4, values);
        if (!tile.line().isEmpty()) {
            face.getChildren().add(Parts.elastic(tile.line(), "small", "muted"));
        }
        HBox caption = Parts.row(4);
        if (!tile.glyph().isEmpty()) {
            caption.getChildren().add(Icons.small(tile.glyph(), tile.tone().style()));
        }
        String tone = tile.tone() == Tone.NEUTRAL ? "muted" : tile.tone().style();
        caption.getChildren().add(Parts.elastic(tile.caption(), "caption", tone));
        face.getChildren().add(caption);
        face.setAlignment(Pos.TOP_LEFT);
        return face;
    }
}
