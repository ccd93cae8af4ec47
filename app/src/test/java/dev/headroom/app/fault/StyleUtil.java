package dev.headroom.app.fault;

import javafx.scene.Node;

/// Breaks three rules: a name out of habit, a style in code and a standard stream.
public final class StyleUtil {
    public void paint(Node node) {
        node.setStyle("-fx-opacity: 1");
        System.out.println(node);
    }
}
