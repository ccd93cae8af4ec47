package dev.headroom.app.usecase;

/// One rejected row of an imported file.
///
/// @param line the line number in the file, counted from 1
/// @param field the column whose value is at fault; empty when it is the row as a whole
/// @param value the value as it stands in the file, shortened
public record Reject(long line, String field, String value, String reason) {}
