package dev.headroom.engine.model.arima;

/// The orders of a seasonal ARIMA model, ARIMA(p,d,q)(P,D,Q)[m], and whether it has a constant.
///
/// @param p autoregressive terms
/// @param d differences from step to step
/// @param q moving-average terms
/// @param seasonalP autoregressive terms at multiples of the season
/// @param seasonalD differences from season to season
/// @param seasonalQ moving-average terms at multiples of the season
/// @param seasonLength 1 for no season
/// @param constant a mean without differences, a drift with one; never with two or more
record ArimaOrder(
        int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int seasonLength, Constant constant) {
    enum Constant {
        PRESENT,
        ABSENT;

        Constant other() {
            return this == PRESENT ? ABSENT : PRESENT;
        }
    }

    ArimaOrder {
        if (Math.min(Math.min(p, d), Math.min(q, Math.min(seasonalP, Math.min(seasonalD, seasonalQ)))) < 0) {
            throw new IllegalArgumentException("orders (" + p + "," + d + "," + q + ")(" + seasonalP + "," + seasonalD
                    + "," + seasonalQ + ") must be 0 or more.");
        }
        if (seasonLength < 2 && seasonalP + seasonalD + seasonalQ > 0) {
            throw new IllegalArgumentException(
                    "seasonLength (" + seasonLength + ") must be 2 or more for seasonal orders.");
        }
        constant = d + seasonalD > 1 ? Constant.ABSENT : constant;
    }

    /// The same differences with other terms.
    ArimaOrder with(int otherP, int otherQ, int otherSeasonalP, int otherSeasonalQ, Constant other) {
        return new ArimaOrder(otherP, d, otherQ, otherSeasonalP, seasonalD, otherSeasonalQ, seasonLength, other);
    }

    boolean hasConstant() {
        return constant == Constant.PRESENT;
    }

    /// How many of the first values the differences use up.
    int lost() {
        return d + seasonalD * seasonLength;
    }

    /// The longest lag of the autoregression.
    int arReach() {
        return p + seasonalP * seasonLength;
    }

    /// The longest lag of the moving average.
    int maReach() {
        return q + seasonalQ * seasonLength;
    }

    /// The number of coefficients without the constant.
    int terms() {
        return p + q + seasonalP + seasonalQ;
    }

    /// The number of estimated coefficients with the constant, without the variance.
    int coefficients() {
        return terms() + (hasConstant() ? 1 : 0);
    }

    /// Such as `ARIMA(2,1,1)(0,1,1)[12]`, with the constant in words.
    String shortName() {
        String seasonal = seasonalP + seasonalD + seasonalQ == 0
                ? ""
                : "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + seasonLength + "]";
        String level = !hasConstant() ? "" : d + seasonalD == 0 ? " with mean" : " with drift";
        return "ARIMA(" + p + "," + d + "," + q + ")" + seasonal + level;
    }
}
