package dev.headroom.storage.source.document;

/// A time and a value as a document writes them.
public record Reading(String at, String value) {
    /// More readings of one result than this are refused; no service answers with as many.
    public static final int MOST = 1_000_000;
}
