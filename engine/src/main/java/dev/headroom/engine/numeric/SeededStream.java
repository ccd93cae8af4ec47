package dev.headroom.engine.numeric;

/// A stream of pseudo-random numbers that is fully determined by its seed, today and in later releases.
///
/// Input: a seed, and a stream number to get independent streams of one seed. Output: uniform and normal
/// numbers. Errors: none. Source: G. L. Steele, D. Lea and C. H. Flood (2014), Fast splittable pseudorandom
/// number generators, doi:10.1145/2660193.2660195 (SplitMix64). Departures: normal numbers come from the
/// quantile function, one uniform number each, so that streams stay aligned.
public final class SeededStream {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private long state;

    public SeededStream(long seed, long stream) {
        this.state = mix(seed + GOLDEN) ^ mix(mix(stream) + 2 * GOLDEN);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /// A number in the open interval (0, 1).
    public double nextDouble() {
        return ((nextLong() >>> 11) + 0.5) * 0x1.0p-53;
    }

    /// A standard normal number.
    public double nextGaussian() {
        return NormalDistribution.quantile(nextDouble());
    }
}
