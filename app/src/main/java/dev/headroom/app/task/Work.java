package dev.headroom.app.task;

import dev.headroom.app.usecase.Progress;

/// A computation for a background thread. It touches no property and no node.
@FunctionalInterface
public interface Work<T> {
    T run(Progress progress) throws Exception;
}
