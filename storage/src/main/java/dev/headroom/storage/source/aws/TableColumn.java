package dev.headroom.storage.source.aws;

/// A column of a table of Athena, with the name and the type that the catalog gives it.
///
/// @param type such as `double`, `timestamp(3)` or `map<string,string>`
public record TableColumn(String name, String type) {}
