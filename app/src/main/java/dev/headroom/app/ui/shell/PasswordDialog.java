package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Parts;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for the password of an encrypted workspace.
public final class PasswordDialog extends VBox {
    private static final double WIDTH = 460;
    private final PasswordField field = new PasswordField();

    /// @param why what the user is told: that it is encrypted, or that the password was wrong
    /// @param open gets what was typed, to be overwritten by it
    public PasswordDialog(Path folder, String why, Consumer<char[]> open, Runnable close) {
        super(12);
        getStyleClass().add("dialog-card");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        field.setId("workspace-password");
        field.setPromptText("Password");
        field.setAccessibleText("Password of the workspace");
        field.setMaxWidth(Double.MAX_VALUE);
        Button confirm = Parts.button("Open", "", () -> {}, "primary");
        confirm.setId("workspace-password-confirm");
        confirm.setDefaultButton(true);
        confirm.disableProperty().bind(field.textProperty().isEmpty());
        confirm.setOnAction(event -> {
            char[] typed = field.getText().toCharArray();
            field.clear();
            close.run();
            open.accept(typed);
        });
        HBox foot = Parts.row(8, Parts.spring(), Parts.button("Cancel", "", close), confirm);
        getChildren()
                .addAll(
                        Parts.label("Password of the workspace", "section-title"),
                        Parts.prose(why, "small", "muted"),
                        Parts.prose(folder.toString(), "small", "muted"),
                        field,
                        Parts.hairline(),
                        foot);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /// Puts the caret into the field.
    public void begin() {
        Platform.runLater(field::requestFocus);
    }
}
