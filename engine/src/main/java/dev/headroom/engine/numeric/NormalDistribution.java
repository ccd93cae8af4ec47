package dev.headroom.engine.numeric;

/// The standard normal distribution.
///
/// Input: any number; levels in (0, 1). Output: distribution function and quantile. Errors: a level outside
/// (0, 1) throws. Source: distribution function by J. F. Hart (1968), Computer Approximations, algorithm
/// 5666, in the form of G. West (2005), Better approximations to cumulative normal functions; quantile by M.
/// J. Wichura (1988), Algorithm AS 241, doi:10.2307/2347330. Departures: none.
public final class NormalDistribution {
    private static final double[] TOP = {
        3.52624965998911e-02,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] BOTTOM = {
        8.83883476483184e-02,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };
    private static final double[] A = {
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608
    };
    private static final double[] B = {
        5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
        5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0
    };
    private static final double[] C = {
        7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734
    };
    private static final double[] D = {
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
        0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0
    };
    private static final double[] E = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
        0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772
    };
    private static final double[] F = {
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0
    };

    private NormalDistribution() {}

    /// The probability of a value of at most `z`.
    public static double cdf(double z) {
        double size = Math.abs(z);
        double tail;
        if (size > 37) {
            tail = 0;
        } else {
            double density = Math.exp(-0.5 * size * size);
            if (size < 7.07106781186547) {
                tail = density * polynomial(TOP, size) / polynomial(BOTTOM, size);
            } else {
                double fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
                tail = density / fraction / 2.506628274631;
            }
        }
        return z > 0 ? 1 - tail : tail;
    }

    /// The value below which a share `level` lies.
    public static double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level (" + level + ") must lie in (0, 1).");
        }
        double q = level - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * seventh(A, r) / seventh(B, r);
        }
        double r = Math.sqrt(-Math.log(q < 0 ? level : 1 - level));
        double size = r <= 5 ? seventh(C, r - 1.6) / seventh(D, r - 1.6) : seventh(E, r - 5) / seventh(F, r - 5);
        return q < 0 ? -size : size;
    }

    /// A polynomial of the seventh degree; written out, because it is the inner loop of every draw.
    private static double seventh(double[] c, double x) {
        return ((((((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4]) * x + c[5]) * x + c[6]) * x + c[7];
    }

    private static double polynomial(double[] highestFirst, double x) {
        double value = 0;
        for (double coefficient : highestFirst) {
            value = value * x + coefficient;
        }
        return value;
    }
}
