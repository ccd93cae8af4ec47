package dev.headroom.storage.pull;

import java.math.BigDecimal;

/// What a part of a pull is going to ask for, at most.
///
/// @param calls requests, each page counted
/// @param points values of metrics
/// @param bytes to be received or scanned
/// @param usd by the list price, in US dollars
public record Expected(long calls, long points, long bytes, BigDecimal usd) {
    public static final Expected NOTHING = new Expected(0, 0, 0, BigDecimal.ZERO);

    public Expected plus(Expected other) {
        return new Expected(calls + other.calls, points + other.points, bytes + other.bytes, usd.add(other.usd));
    }
}
