package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.FileResult;
import dev.headroom.app.usecase.ImportReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// One imported file in the list of batches.
public record ImportRow(Instant loaded, FileResult file) {
    /// The files of all imports, the latest first.
    static List<ImportRow> of(List<ImportReport> imports) {
        return imports.stream()
                .flatMap(report -> report.files().stream().map(file -> new ImportRow(report.loaded(), file)))
                .toList();
    }

    public String name() {
        Path name = file.path().getFileName();
        return name == null ? file.path().toString() : name.toString();
    }

    public String format() {
        return words(file.format());
    }

    /// The name of a format as people write it.
    static String words(String code) {
        return switch (code) {
            case "" -> "Unknown";
            case "focus" -> "FOCUS";
            case "focus-1.0" -> "FOCUS 1.0";
            case "focus-1.1" -> "FOCUS 1.1";
            case "focus-1.2" -> "FOCUS 1.2";
            case "cur-legacy" -> "CUR, legacy";
            case "cur-2.0" -> "CUR 2.0";
            case "utilization" -> "Utilization";
            case "inventory" -> "Inventory";
            case "rates" -> "Currency rates";
            case "prices" -> "Prices";
            default -> code;
        };
    }

    /// Billed totals, one a currency; a dash for files without cost.
    public String total(Formats formats) {
        return file.billed().isEmpty()
                ? Formats.UNKNOWN
                : file.billed().entrySet().stream()
                        .map(entry ->
                                formats.money(entry.getValue(), entry.getKey().value(), 2))
                        .collect(Collectors.joining(", "));
    }

    public Tone tone() {
        if (file.problem().isPresent()) {
            return Tone.BAD;
        }
        return file.rejected() > 0 ? Tone.WATCH : file.accepted() == 0 ? Tone.NEUTRAL : Tone.GOOD;
    }

    /// What became of the file in a word or two.
    public String verdict(Formats formats) {
        if (file.problem().isPresent()) {
            return "Refused";
        }
        if (file.rejected() > 0) {
            return formats.count(file.rejected()) + " rejected";
        }
        return file.accepted() == 0 ? "Nothing new" : "Complete";
    }

    String icon() {
        return switch (tone()) {
            case GOOD -> "fth-check";
            case WATCH -> "fth-alert-triangle";
            case BAD -> "fth-alert-octagon";
            case NEUTRAL, ACCENT -> "fth-info";
        };
    }
}
