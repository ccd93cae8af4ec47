package dev.headroom.app.fault;

import javafx.scene.Node;

/// Breaks the rule of view models: it holds a node.
public final class NodeViewModel {
    public Class<?> node() {
        return Node.class;
    }
}
