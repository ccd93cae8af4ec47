package dev.headroom.app.cli;

import dev.headroom.app.usecase.ModelSummary;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Versions of models as lines of text.
final class ModelText {
    private ModelText() {}

    static String metrics(ModelSummary.Metrics metrics) {
        return "MASE " + number(metrics.mase()) + ", 80 % band " + percent(metrics.coverage80());
    }

    /// One line a version.
    static List<String> lines(List<ModelSummary> models) {
        int width =
                models.stream().mapToInt(model -> model.series().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(format(width, "series", "version", "state", "model", "data to", "MASE", "RMSE", "80 %", "95 %"));
        for (ModelSummary model : models) {
            lines.add(format(
                    width,
                    model.series(),
                    Integer.toString(model.version()),
                    model.state(),
                    model.model(),
                    LocalDate.ofInstant(model.last(), ZoneOffset.UTC).toString(),
                    number(model.metrics().mase()),
                    number(model.metrics().rmse()),
                    percent(model.metrics().coverage80()),
                    percent(model.metrics().coverage95())));
        }
        return lines;
    }

    private static String format(int width, String... cells) {
        return String.format(
                        Locale.ROOT, "%-" + Math.max(6, width) + "s %7s  %-9s  %-9s  %-10s %8s %8s %6s %6s", (Object[])
                                cells)
                .stripTrailing();
    }

    /// Everything that is kept of a version, a line each.
    static List<String> all(ModelSummary model) {
        ModelSummary.Metrics metrics = model.metrics();
        return List.of(
                model.series() + ", version " + model.version() + ": " + model.state(),
                "Model         " + model.spec(),
                "Seed          " + model.seed(),
                "Data          " + model.observations() + " observations, " + model.first() + " to " + model.last(),
                "Data hash     " + model.dataHash(),
                "Backtest      " + metrics.origins() + " origins, " + model.horizon() + " days ahead",
                "Metrics       MASE " + number(metrics.mase()) + ", sMAPE " + number(metrics.smape()) + ", RMSE "
                        + number(metrics.rmse()) + ", pinball loss " + number(metrics.pinball()),
                "Coverage      80 % band " + percent(metrics.coverage80()) + ", 95 % band "
                        + percent(metrics.coverage95()),
                "Engine        " + model.engine(),
                "Java          " + model.jvm(),
                "Trained       " + model.trainedAt());
    }

    static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
