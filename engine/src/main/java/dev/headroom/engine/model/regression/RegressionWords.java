package dev.headroom.engine.model.regression;

import dev.headroom.engine.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a fitted regression says about itself.
final class RegressionWords {
    private RegressionWords() {}

    static String of(ModelSpec.Regression spec, RegressionTrainer.Members members, double[] weights, String library) {
        List<ModelSpec.Method> methods = spec.method().members();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            String share = methods.size() == 1 ? "" : String.format(Locale.ROOT, " (%.0f %%)", 100 * weights[i]);
            names.add(name(methods.get(i)) + share);
        }
        String method = names.size() == 1
                ? "A " + names.getFirst()
                : "The mean of a " + String.join(", a ", names.subList(0, names.size() - 1)) + " and a "
                        + names.getLast() + ", weighted by their errors at earlier origins,";
        String trees = library.isEmpty() ? "" : " Trees by " + library + ".";
        return method + " on " + members.table().width() + " features of "
                + members.table().count() + " rows." + trees;
    }

    private static String name(ModelSpec.Method method) {
        return switch (method) {
            case FOREST -> "random forest";
            case BOOSTING -> "gradient boosting";
            case LINEAR -> "penalised linear function";
            case ENSEMBLE -> "mean";
        };
    }
}
