package dev.headroom.storage.ingest;

/// Why a file as a whole was refused; nothing of it was kept.
///
/// @param code stable, such as `HR-2003`
/// @param message one sentence for the user
public record FileError(String code, String message) {}
