package dev.headroom.engine.tuning;

import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.model.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The parameters that a search may set, each with its range.
///
/// @param parameters one or more, with different names
public record SearchSpace(List<Parameter> parameters) {
    // Two different words of a choice are as far apart as the ends of a range.
    private static final double WORD = Math.sqrt(0.5);

    public SearchSpace {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty()
                || parameters.stream().map(Parameter::name).distinct().count() != parameters.size()) {
            throw new IllegalArgumentException(
                    "parameters (" + parameters + ") must be there, each with its own name.");
        }
    }

    public int dimensions() {
        return parameters.size();
    }

    /// The settings at a point of the unit cube.
    ///
    /// @param places one a parameter, in `[0, 1]`
    public Settings at(double[] places) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < places.length; i++) {
            Parameter parameter = parameters.get(i);
            values.put(parameter.name(), parameter.at(places[i]));
        }
        return new Settings(values);
    }

    /// True when the settings name all parameters of the space.
    public boolean holds(Settings settings) {
        return parameters.stream().allMatch(parameter -> settings.values().containsKey(parameter.name()));
    }

    /// The point of the unit cube of settings that the space holds.
    public double[] places(Settings settings) {
        return parameters.stream()
                .mapToDouble(parameter -> parameter.place(settings.word(parameter.name(), "")))
                .toArray();
    }

    /// A point at which distances mean something: places of numbers, and one coordinate a word of a choice.
    double[] coordinates(Settings settings) {
        List<Double> coordinates = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String value = settings.word(parameter.name(), "");
            switch (parameter) {
                case Parameter.Choice choice ->
                    choice.words().forEach(word -> coordinates.add(word.equals(value) ? WORD : 0));
                case Parameter.Whole _, Parameter.Real _, Parameter.LogReal _ ->
                    coordinates.add(parameter.place(value));
            }
        }
        return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// By coordinate, the parameter that it belongs to.
    int[] owners() {
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            int count = parameters.get(i) instanceof Parameter.Choice choice
                    ? choice.words().size()
                    : 1;
            for (int j = 0; j < count; j++) {
                owners.add(i);
            }
        }
        return owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /// All combinations of evenly spread values, at most so many: the parameters take turns to get one more
    /// value for as long as that is possible. A choice always has all its words, so that there may be more
    /// combinations.
    public List<Settings> grid(int most) {
        int[] counts = new int[parameters.size()];
        Arrays.fill(counts, 1);
        boolean[] full = new boolean[counts.length];
        for (int i = 0; !allTrue(full); i = (i + 1) % counts.length) {
            if (!full[i]) {
                int before = parameters.get(i).grid(counts[i]).size();
                counts[i]++;
                boolean grows = parameters.get(i).grid(counts[i]).size() > before;
                if (!grows || size(counts) > most) {
                    counts[i]--;
                    full[i] = true;
                }
            }
        }
        List<Settings> all = new ArrayList<>(List.of(Settings.NONE));
        for (int i = 0; i < counts.length; i++) {
            Parameter parameter = parameters.get(i);
            List<Settings> more = new ArrayList<>();
            for (Settings known : all) {
                for (String value : parameter.grid(counts[i])) {
                    SortedMap<String, String> values = new TreeMap<>(known.values());
                    values.put(parameter.name(), value);
                    more.add(new Settings(values));
                }
            }
            all = more;
        }
        return List.copyOf(all);
    }

    private long size(int[] counts) {
        long size = 1;
        for (int i = 0; i < counts.length; i++) {
            size *= parameters.get(i).grid(counts[i]).size();
        }
        return size;
    }

    private static boolean allTrue(boolean[] flags) {
        for (boolean flag : flags) {
            if (!flag) {
                return false;
            }
        }
        return true;
    }
}
