package dev.headroom.app.ui.panel;

import javafx.scene.Node;

/// The place above the window where dialogs are shown, one at a time.
public interface ModalHost {
    void show(Node dialog);

    void hide();
}
