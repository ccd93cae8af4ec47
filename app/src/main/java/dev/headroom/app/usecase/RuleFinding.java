package dev.headroom.app.usecase;

/// Rows that break a rule of the format of their file and were kept.
///
/// @param rule short name, such as `allowed-value`
/// @param line the first line that breaks the rule
/// @param value what stands there
/// @param sentence all of it for a reader
public record RuleFinding(String rule, String column, long rows, long line, String value, String sentence) {}
