package dev.headroom.storage.source.csv;

import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.SourceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Holds the units that the user gives for columns, and those that the columns name, against what can be read.
final class UnitCheck {
    private static final Set<String> RATES = Set.of("bps", "kbps", "mbps", "gbps");

    private UnitCheck() {}

    /// @throws SourceException when a unit is given for a known metric that cannot be in it
    static void of(UtilizationHeader header, ImportOptions options) throws SourceException {
        List<String> names = header.columns().header();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            Optional<String> told = options.unit(name);
            if (told.isPresent()
                    && !header.metrics().containsKey(i)
                    && UsageColumn.of(name).isPresent()) {
                throw SourceException.notTold(
                        OpenQuestion.unit(name, "%", "ratio", "bytes/s", "KiB/s", "MB/s", "Mbit/s"),
                        "--unit " + name + "=" + told.get() + ": not a unit of " + name
                                + " that is known here; take %, ratio, MB, GiB, bytes/s, KiB/s, MB/s, Mbit/s or the"
                                + " like, as it fits the metric.");
            }
        }
    }

    /// A disk or a network has no usual unit: what is not the name of the cache has to say one.
    ///
    /// @throws SourceException when a column does not
    static void required(UtilizationHeader header, ImportOptions options) throws SourceException {
        for (int position : header.readings()) {
            String name = header.columns().name(position);
            boolean told = options.unit(name).isPresent()
                    || (header.isPlainValue(position)
                            ? options.metric().flatMap(options::unit).isPresent()
                            : UsageColumn.saysUnit(name));
            if (!told && !column(header, position).map(UsageColumn::isPercent).orElse(false)) {
                throw SourceException.notTold(
                        OpenQuestion.unit(name, "bytes/s", "KiB/s", "MB/s", "Mbit/s"),
                        "The column " + name + " does not say its unit; import the file with --unit " + name
                                + "=bytes/s, KiB/s, MB/s, Mbit/s or another, or name the column " + name + "[MB/s].");
            }
        }
    }

    /// How units were understood that can be understood in two ways, and which given units are about no column.
    static List<String> notes(UtilizationHeader header, ImportOptions options) {
        List<String> notes = new ArrayList<>();
        List<String> bits = header.readings().stream()
                .filter(position -> column(header, position)
                        .filter(column -> column.metric().metric().equals("network"))
                        .isPresent())
                .map(position -> header.columns().name(position))
                .filter(name -> options.unit(name).isEmpty() && rate(name).isPresent())
                .toList();
        if (!bits.isEmpty()) {
            String rate = rate(bits.getFirst()).orElseThrow();
            String bytes = rate.equals("bps") ? "bytes/s" : rate.substring(0, 1).toUpperCase(Locale.ROOT) + "B/s";
            notes.add(String.join(", ", bits) + (bits.size() == 1 ? " is" : " are")
                    + " read as bits a second; say --unit " + bits.getFirst() + "=" + bytes
                    + (bits.size() == 1 ? "" : " (and for each other)") + " if " + rate + " means bytes there.");
        }
        Set<String> known = new HashSet<>();
        for (String name : header.columns().header()) {
            String lower = name.strip().toLowerCase(Locale.ROOT);
            known.add(lower);
            known.add(lower.replaceFirst("\\s*[\\[(].*$", ""));
        }
        options.metric().ifPresent(metric -> known.add(metric.toLowerCase(Locale.ROOT)));
        options.units().forEach((name, unit) -> {
            if (!known.contains(name)) {
                notes.add("No column is called " + name + ": --unit " + name + "=" + unit + " changed nothing here.");
            }
        });
        return notes;
    }

    private static Optional<UsageColumn> column(UtilizationHeader header, int position) {
        return Optional.ofNullable(header.metrics().get(position));
    }

    /// The last word of a name, where it is a rate that tools use for bits and for bytes.
    private static Optional<String> rate(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return RATES.stream().filter(rate -> lower.endsWith("_" + rate)).findFirst();
    }
}
