package dev.headroom.app.usecase;

/// A refused file's reason: a stable code and one sentence that says what to do.
public record Problem(String code, String message) {}
