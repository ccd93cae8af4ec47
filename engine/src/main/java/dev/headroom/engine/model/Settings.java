package dev.headroom.engine.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The parameters of a model family that were set by hand or by tuning; what is not set keeps the family's own value.
///
/// @param values by name, each as [Parameter#canonical] writes it
public record Settings(SortedMap<String, String> values) {
    /// Nothing is set.
    public static final Settings NONE = new Settings(new TreeMap<>());

    public Settings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// Reads `name=value,name=value`.
    ///
    /// @param model the model in words, for messages
    /// @param known what the model lets be set
    /// @throws IllegalArgumentException when a name is unknown or repeated, or a value is out of range
    public static Settings parse(String text, String model, List<Parameter> known) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", 2);
            String name = sides[0].strip();
            Parameter parameter = known.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(part, model, known));
            if (sides.length < 2 || values.put(name, parameter.canonical(sides[1].strip())) != null) {
                throw new IllegalArgumentException(
                        "model (" + model + "): " + name + " must be set once, as " + name + "=value.");
            }
        }
        return new Settings(values);
    }

    private static IllegalArgumentException unknown(String part, String model, List<Parameter> known) {
        String possible = known.isEmpty()
                ? "it has none"
                : "known are "
                        + known.stream()
                                .map(parameter -> parameter.name() + " (" + parameter.range() + ")")
                                .collect(Collectors.joining("; "));
        return new IllegalArgumentException(
                "model (" + model + ") has no parameter (" + part.strip() + "); " + possible + ".");
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public int whole(String name, int otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    public double number(String name, double otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Double.parseDouble(value);
    }

    public String word(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /// Such as `(depth=6,trees=300)`, in the order of the names; empty when nothing is set.
    public String text() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
