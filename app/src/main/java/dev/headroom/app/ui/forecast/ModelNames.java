package dev.headroom.app.ui.forecast;

/// The names of the models as people write them.
final class ModelNames {
    private ModelNames() {}

    static String of(String code) {
        return switch (code) {
            case "auto" -> "Combination";
            case "ets" -> "Smoothing";
            case "arima" -> "ARIMA";
            case "theta" -> "Theta";
            case "otm" -> "Optimised Theta";
            case "dotm" -> "Dynamic Theta";
            case "ces" -> "Complex smoothing";
            case "mstl" -> "Decomposition";
            case "tbats" -> "TBATS";
            case "croston" -> "Croston";
            case "sba" -> "Syntetos-Boylan";
            case "tsb" -> "Teunter-Syntetos-Babai";
            case "additive" -> "Additive";
            case "forest" -> "Random forest";
            case "boosting" -> "Boosting";
            case "linear" -> "Linear";
            case "ensemble" -> "Ensemble";
            case "snaive" -> "Seasonal naive";
            case "naive" -> "Last value";
            case "drift" -> "Drift";
            default -> code;
        };
    }
}
