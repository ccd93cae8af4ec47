package dev.headroom.storage.source.aws.loopback;

/// What is known of a call from its signature.
///
/// @param service the signing name, such as `monitoring`
/// @param accessKey whose credentials signed it
public record Call(String service, String region, String operation, String accessKey) {}
