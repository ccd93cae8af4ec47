package dev.headroom.app.usecase;

import java.time.Instant;

/// One thing that AWS says, in words.
///
/// @param kind such as `server-size` or `budget`
/// @param subject what it is about
/// @param told when it was first said so
/// @param asked when AWS was last asked
public record AwsSaid(
        String kind, String account, String region, String subject, String words, Instant told, Instant asked) {}
