package dev.headroom.app.cli;

import dev.headroom.app.usecase.AdditiveRequest;
import dev.headroom.engine.model.AdditiveOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What `forecast --model additive` can be told.
final class AdditiveChoice {
    @Option(
            names = "--growth",
            paramLabel = "GROWTH",
            description = "Additive model: linear, flat or logistic (default: linear).")
    private @Nullable String growth;

    @Option(
            names = "--capacity",
            paramLabel = "X",
            description = "Where logistic growth ends: a number, or a column of the input or of --regressors.")
    private @Nullable String capacity;

    @Option(
            names = "--floor",
            paramLabel = "Y",
            description = "Where logistic growth begins: a number or a column (default: 0).")
    private @Nullable String floor;

    @Option(
            names = "--seasonality",
            paramLabel = "MODE",
            description = "Additive model: whether swings add to the level or multiply it: adds, multiplies"
                    + " (default: adds).")
    private @Nullable String seasonality;

    @Option(
            names = "--holiday-window",
            paramLabel = "B,A",
            description = "How many days before and after a holiday have their own effect (default: 0,0).")
    private @Nullable String window;

    @Option(
            names = "--regressors",
            paramLabel = "FILE.csv|NAMES",
            description = "Further columns with an effect, known as far as the forecast reaches: a file with timestamp"
                    + " (and series_id) and its columns, or names of columns of the input, whose rows go on with an"
                    + " empty value.")
    private @Nullable String regressors;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec mixee;

    boolean isGiven() {
        return growth != null
                || capacity != null
                || floor != null
                || seasonality != null
                || window != null
                || regressors != null;
    }

    /// Empty when nothing was said.
    Optional<AdditiveRequest> request() {
        if (!isGiven()) {
            return Optional.empty();
        }
        boolean file = regressors != null && (regressors.endsWith(".csv") || regressors.endsWith(".gz"));
        int[] days = days();
        try {
            return Optional.of(new AdditiveRequest(
                    growth == null ? "linear" : growth.toLowerCase(Locale.ROOT),
                    bound("--capacity", capacity),
                    bound("--floor", floor),
                    mode(),
                    days[0],
                    days[1],
                    file ? Optional.of(Path.of(regressors)) : Optional.empty(),
                    file || regressors == null ? List.of() : names(regressors)));
        } catch (IllegalArgumentException e) {
            throw wrong("--" + e.getMessage());
        }
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<String> bound(String option, @Nullable String text) {
        if (text != null && text.matches("[+-]?[0-9.].*")) {
            try {
                if (!Double.isFinite(Double.parseDouble(text))) {
                    throw wrong(option + " (" + text + ") must be finite.");
                }
            } catch (NumberFormatException e) {
                throw wrong(option + " (" + text + ") must be a number or the name of a column.");
            }
        }
        return Optional.ofNullable(text).map(name -> name.strip().toLowerCase(Locale.ROOT));
    }

    private AdditiveOptions.Seasonality mode() {
        return switch (seasonality == null ? "adds" : seasonality) {
            case "adds", "additive" -> AdditiveOptions.Seasonality.ADDS;
            case "multiplies", "multiplicative" -> AdditiveOptions.Seasonality.MULTIPLIES;
            default -> throw wrong("--seasonality (" + seasonality + ") must be adds or multiplies.");
        };
    }

    private int[] days() {
        String text = window == null ? "0,0" : window;
        if (!text.matches("\\d{1,2},\\d{1,2}")) {
            throw wrong("--holiday-window (" + text + ") must be days before and after, such as 1,1.");
        }
        int[] days = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        if (Math.max(days[0], days[1]) > 30) {
            throw wrong("--holiday-window (" + text + ") must not exceed 30 days.");
        }
        return days;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(mixee.commandLine(), message);
    }
}
