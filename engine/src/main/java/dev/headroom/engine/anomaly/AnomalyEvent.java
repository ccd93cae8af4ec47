package dev.headroom.engine.anomaly;

import java.time.Instant;
import java.util.Optional;

/// Something said or done about an anomaly, or about a part of what is watched, at a time.
///
/// @param subject the series of the episode; for suppressions what they concern
/// @param start of the episode; empty for suppressions
public record AnomalyEvent(String subject, Optional<Instant> start, Feedback feedback, Instant at) {}
