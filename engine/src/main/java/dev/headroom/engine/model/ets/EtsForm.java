package dev.headroom.engine.model.ets;

import dev.headroom.engine.model.Settings;
import java.util.ArrayList;
import java.util.List;

/// A form of exponential smoothing: how error, trend and season enter.
///
/// Source: R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder (2008), Forecasting with exponential smoothing,
/// doi:10.1007/978-3-540-71918-2, tables 2.1 to 2.3. Departures: no multiplicative trend.
record EtsForm(Error error, Trend trend, Season season) {
    enum Error {
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String letter;

        Error(String letter) {
            this.letter = letter;
        }
    }

    enum Trend {
        NONE("N"),
        ADDITIVE("A"),
        DAMPED("Ad");

        private final String letter;

        Trend(String letter) {
            this.letter = letter;
        }
    }

    enum Season {
        NONE("N"),
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String letter;

        Season(String letter) {
            this.letter = letter;
        }
    }

    /// What the data allow.
    enum Data {
        POSITIVE,
        ANY_SIGN
    }

    /// The usual short name, such as `ETS(M,Ad,N)`.
    String shortName() {
        return "ETS(" + error.letter + "," + trend.letter + "," + season.letter + ")";
    }

    /// The form of a short name without commas, such as `MAdN`.
    static EtsForm parse(String letters) {
        for (EtsForm form : all()) {
            if ((form.error.letter + form.trend.letter + form.season.letter).equals(letters)) {
                return form;
            }
        }
        throw new IllegalArgumentException("letters (" + letters + ") must name a form such as ANN or MAdM.");
    }

    /// The stable forms for the data: multiplicative parts need positive data, and a multiplicative season with
    /// additive errors has unbounded forecast variance.
    ///
    /// @param seasonLength 1 for no season
    static List<EtsForm> admissible(Data data, int seasonLength) {
        List<EtsForm> forms = new ArrayList<>();
        for (EtsForm form : all()) {
            boolean multiplicative = form.error == Error.MULTIPLICATIVE || form.season == Season.MULTIPLICATIVE;
            boolean unstable = form.error == Error.ADDITIVE && form.season == Season.MULTIPLICATIVE;
            boolean seasonFits = form.season == Season.NONE || seasonLength > 1;
            if (seasonFits && !unstable && (data == Data.POSITIVE || !multiplicative)) {
                forms.add(form);
            }
        }
        return forms;
    }

    /// The admissible forms that the settings leave.
    static List<EtsForm> admissible(Data data, int seasonLength, Settings settings) {
        return admissible(data, seasonLength).stream()
                .filter(form -> allows(settings, "error", form.error.letter)
                        && allows(settings, "trend", form.trend.letter)
                        && allows(settings, "season", form.season.letter))
                .toList();
    }

    private static boolean allows(Settings settings, String part, String letter) {
        String wanted = settings.word(part, "auto");
        return wanted.equals("auto") || wanted.equals(letter);
    }

    private static List<EtsForm> all() {
        List<EtsForm> forms = new ArrayList<>();
        for (Error error : Error.values()) {
            for (Trend trend : Trend.values()) {
                for (Season season : Season.values()) {
                    forms.add(new EtsForm(error, trend, season));
                }
            }
        }
        return forms;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isSeasonal() {
        return season != Season.NONE;
    }

    /// How many numbers are estimated: smoothing parameters, initial states (one seasonal state follows from the
    /// others) and the error variance.
    int parameterCount(int seasonLength) {
        int trendCount = trend == Trend.NONE ? 0 : trend == Trend.ADDITIVE ? 2 : 3;
        int seasonCount = isSeasonal() ? seasonLength : 0;
        return 2 + trendCount + seasonCount + 1;
    }
}
