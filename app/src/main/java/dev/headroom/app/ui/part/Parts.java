package dev.headroom.app.ui.part;

import dev.headroom.charts.control.DiscGlyph;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Labels, buttons, cards and rows in the roles of the visual specification.
public final class Parts {
    private Parts() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that may be cut when there is no room.
    public static Label elastic(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Running text that breaks into lines.
    public static Label prose(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(640);
        return label;
    }

    public static Button button(String text, String icon, Runnable action, String... styles) {
        Button button = new Button(text);
        if (!icon.isEmpty()) {
            button.setGraphic(Icons.small(icon));
        }
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A button without text; the description is its tooltip and its accessible text.
    public static Button iconButton(String icon, String description, Runnable action, String... styles) {
        Button button = new Button();
        button.setGraphic(Icons.medium(icon));
        button.getStyleClass().addAll("quiet", "icon-only");
        button.getStyleClass().addAll(styles);
        describe(button, description);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A link in the colour of the accent.
    public static Button link(String text, Runnable action) {
        return button(text, "", action, "link");
    }

    /// Gives a control its tooltip and accessible text.
    public static void describe(Control control, String description) {
        control.setTooltip(new Tooltip(description));
        control.setAccessibleText(description);
    }

    /// A line of a detail: what it is, and its value at the right.
    public static HBox fact(String name, String value) {
        return row(8, label(name, "small", "muted"), spring(), elastic(value, "small", "medium"));
    }

    public static VBox card(Node... children) {
        VBox card = new VBox(8, children);
        card.getStyleClass().add("card");
        return card;
    }

    public static HBox row(double gap, Node... children) {
        HBox row = new HBox(gap, children);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Takes the free room of a row or column.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /// A horizontal hairline.
    public static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        line.setMinHeight(1);
        line.setMaxHeight(1);
        return line;
    }

    /// The cap of a key, such as `Ctrl K`.
    public static Label keyCap(String keys) {
        Label cap = label(keys.replace("+", " "), "key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /// A badge: glyph and word on a soft ground.
    public static Label badge(Tone tone, Node glyph, String word) {
        Label badge = label(word, "badge", tone.style());
        badge.setGraphic(glyph);
        return badge;
    }

    /// A disc filled by quarters, in the colour of a tone.
    public static DiscGlyph disc(int quarters, Tone tone) {
        DiscGlyph disc = new DiscGlyph(quarters);
        disc.getStyleClass().add(tone.style());
        return disc;
    }

    public static Label badge(Tone tone, String icon, String word) {
        return badge(tone, Icons.small(icon, tone.style()), word);
    }

    public static void pad(Region region, double top, double right, double bottom, double left) {
        region.setPadding(new Insets(top, right, bottom, left));
    }
}
