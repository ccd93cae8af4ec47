package dev.headroom.engine.numeric;

/// Student's t distribution with whole degrees of freedom.
///
/// Input: a statistic and 1 or more degrees of freedom. Output: the probability of a statistic at least as far from 0.
/// Errors: fewer degrees of freedom throw. Source: M. Abramowitz and I. A. Stegun (1964), Handbook of Mathematical
/// Functions, 26.7.3 and 26.7.4. Departures: none; the sums are finite, and exact to about 1e-15.
public final class StudentDistribution {
    private StudentDistribution() {}

    /// The probability that the size of a t distributed number is at least that of `t`.
    ///
    /// @param degrees degrees of freedom, 1 or more
    public static double twoSided(double t, int degrees) {
        if (degrees < 1) {
            throw new IllegalArgumentException("degrees (" + degrees + ") must be 1 or more.");
        }
        double angle = Math.atan(Math.abs(t) / Math.sqrt(degrees));
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        double inside = odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
        return Math.clamp(1 - inside, 0, 1);
    }
}
