package dev.headroom.storage.ingest;

import java.time.Instant;

/// Up to when something that is pulled from a provider is complete.
///
/// @param place where it is, such as `111122223333/eu-central-1`
/// @param subject what it is, such as a metric of a server with its statistic and step
/// @param from everything from here on is kept
/// @param until exclusive
public record Cover(String place, String subject, Instant from, Instant until) {
    public Cover {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until (" + until + ") must not be before from (" + from + ").");
        }
    }

    /// This and what was complete before, when the two touch; else this alone.
    public Cover joined(Cover before) {
        boolean apart = before.until().isBefore(from) || before.from().isAfter(until);
        return apart
                ? this
                : new Cover(
                        place,
                        subject,
                        before.from().isBefore(from) ? before.from() : from,
                        before.until().isAfter(until) ? before.until() : until);
    }
}
