package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.ForecastDrivers;
import dev.headroom.app.usecase.Words;
import java.util.List;
import java.util.Locale;

/// What moves the forecast of one day, in words and as signed bars.
///
/// @param title such as `Drivers of the rise to 28 Dec`
/// @param total what all of them add up to
/// @param bars the strongest first; a part that changes nothing has none
/// @param sentence the strongest of them, what they are counted against, and which parts change nothing
/// @param source whose parts these are
/// @param paragraph the series and its forecast in plain words
public record DriverWords(
        String title, String total, List<Bar> bars, String sentence, String source, String paragraph) {
    private static final double NOTHING = 0.05;

    public DriverWords {
        bars = List.copyOf(bars);
    }

    /// One driver.
    ///
    /// @param figure the change with sign and unit
    /// @param share of the strongest driver, -1 to 1
    public record Bar(String name, String figure, double share) {}

    static DriverWords of(ForecastDrivers drivers, int step, String chosenModel, Formats formats) {
        ForecastDrivers.At at = drivers.at(step);
        String day = formats.day(at.time());
        double strongest = at.drivers().stream()
                .mapToDouble(driver -> Math.abs(driver.change()))
                .max()
                .orElse(0);
        List<Bar> bars = at.drivers().stream()
                .filter(driver -> Math.abs(driver.change()) >= NOTHING)
                .map(driver -> new Bar(
                        name(driver.name(), drivers.country()),
                        Points.signed(driver.change(), drivers.unit(), formats),
                        driver.change() / strongest))
                .toList();
        String direction = at.change() >= NOTHING ? "rise to " : at.change() <= -NOTHING ? "fall to " : "forecast of ";
        return new DriverWords(
                "Drivers of the " + direction + day,
                Points.signed(at.change(), drivers.unit(), formats),
                bars,
                sentence(drivers, at, formats) + idle(drivers, at),
                source(drivers, at, day, chosenModel, formats),
                drivers.paragraph());
    }

    private static String sentence(ForecastDrivers drivers, ForecastDrivers.At at, Formats formats) {
        String against = "the mean of the last " + formats.count(drivers.usualSteps()) + " known days";
        List<String> strongest = at.drivers().stream()
                .filter(driver -> Math.abs(driver.change()) >= NOTHING)
                .limit(2)
                .map(driver -> "%s %s %s"
                        .formatted(
                                name(driver.name(), drivers.country()),
                                driver.change() > 0 ? "adds" : "takes",
                                Points.of(Math.abs(driver.change()), drivers.unit(), formats)))
                .toList();
        return switch (strongest.size()) {
            case 0 -> "Nothing moves it away from " + against + ".";
            case 1 -> strongest.getFirst() + " against " + against + ".";
            default -> strongest.getFirst() + ", " + inSentence(strongest.getLast()) + " against " + against + ".";
        };
    }

    private static String idle(ForecastDrivers drivers, ForecastDrivers.At at) {
        List<String> idle = at.drivers().stream()
                .filter(driver -> Math.abs(driver.change()) < NOTHING)
                .map(driver -> name(driver.name(), drivers.country()))
                .toList();
        return idle.isEmpty()
                ? ""
                : " Without effect: "
                        + String.join(
                                ", ", idle.stream().map(DriverWords::inSentence).toList()) + ".";
    }

    /// The first letter small, as inside a sentence.
    private static String inSentence(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String source(
            ForecastDrivers drivers, ForecastDrivers.At at, String day, String chosenModel, Formats formats) {
        return switch (drivers.basis()) {
            case CHOSEN_MODEL -> "These are the parts of the chosen model itself.";
            case FITTED_BESIDE ->
                "Explained with the %s model, which forecasts %s for %s against %s of the chosen model (%s)."
                        .formatted(
                                ModelNames.of(drivers.model()).toLowerCase(Locale.ROOT),
                                Points.value(at.explained(), drivers.unit(), formats),
                                day,
                                Points.value(at.chosen(), drivers.unit(), formats),
                                ModelNames.of(chosenModel).toLowerCase(Locale.ROOT));
        };
    }

    private static String name(String part, String country) {
        return switch (part) {
            case "trend" -> "Trend";
            case "daily" -> "Time of day";
            case "weekly" -> "Day of the week";
            case "yearly" -> "Time of year";
            case "month end" -> "Month end";
            case "quarter end" -> "Quarter end";
            case "holidays" -> country.isEmpty() ? "Holidays" : "Holidays, " + country;
            case "recent deviation" -> "Recent deviation";
            default -> Words.capital(part);
        };
    }
}
