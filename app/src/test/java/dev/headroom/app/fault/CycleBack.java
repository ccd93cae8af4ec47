package dev.headroom.app.fault;

import dev.headroom.app.usecase.fault.PaintingUseCase;

/// Closes a cycle between two packages.
public final class CycleBack {
    public Class<?> other() {
        return PaintingUseCase.class;
    }
}
