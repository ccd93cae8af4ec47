package dev.headroom.app.fleet;

/// How a load develops over the years, as a factor that is 1 at the end of the history.
sealed interface Growth {
    /// Never below this, so that a load does not vanish in the past.
    double FLOOR = 0.2;

    /// The factor at a time.
    ///
    /// @param years years since the end of the history; negative before it
    double at(double years);

    /// Two straight lines that meet `bend` years before the end.
    ///
    /// @param late change a year after the bend, as a share of the level at the end
    /// @param early the same before the bend
    record Bent(double late, double early, double bend) implements Growth {
        @Override
        public double at(double years) {
            double level = years >= -bend ? 1 + late * years : 1 - late * bend + early * (years + bend);
            return Math.max(FLOOR, level);
        }
    }

    /// Grows from `low` towards a ceiling that it has all but reached at the end.
    ///
    /// @param middle years before the end at which half of the growth has happened
    record Saturating(double low, double middle) implements Growth {
        @Override
        public double at(double years) {
            return low + (1 - low) * logistic(years) / logistic(0);
        }

        private double logistic(double years) {
            return 1 / (1 + StrictMath.exp(-2.5 * (years + middle)));
        }
    }
}
