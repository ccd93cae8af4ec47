package dev.headroom.app.fleet;

/// A file that was generated.
///
/// @param name path below the output folder, with `/`
/// @param rows data rows without the header
/// @param bytes size on disk
/// @param contentSha256 hash of the content before compression, hexadecimal
public record GeneratedFile(String name, long rows, long bytes, String contentSha256) {}
