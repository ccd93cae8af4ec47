package dev.headroom.storage.cache;

import dev.headroom.engine.anomaly.AnomalyEvent;

/// An event about an anomaly as it is kept.
///
/// @param number counts from 1 without gaps
/// @param hash SHA-256 over the content and the hash of the entry before, 64 hexadecimal digits
public record AnomalyEntry(long number, AnomalyEvent event, String hash) {}
