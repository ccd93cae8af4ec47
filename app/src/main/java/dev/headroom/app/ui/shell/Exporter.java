package dev.headroom.app.ui.shell;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.ui.part.ExportFormat;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.usecase.CsvTable;
import dev.headroom.app.usecase.OutputFile;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.export.ExportSize;
import dev.headroom.charts.export.PdfWriter;
import dev.headroom.charts.export.PngWriter;
import dev.headroom.charts.export.SvgWriter;
import dev.headroom.charts.plot.Caption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Writes charts and tables to files, each with the line that says what is shown. A file appears only when it is
/// complete; an earlier one stays as it was when the writing fails.
public final class Exporter {
    private final ShellViewModel shell;
    private final BackgroundRunner runner;
    private final FileChoice choice;

    public Exporter(ShellViewModel shell, BackgroundRunner runner, FileChoice choice) {
        this.shell = shell;
        this.runner = runner;
        this.choice = choice;
    }

    /// Asks for a place and writes there in the background.
    public void export(Exportable what, ExportFormat format) {
        String name = what.name().replaceAll("[^\\p{L}\\p{N}._ -]+", "-").strip() + "." + format.ending();
        Optional<Path> chosen = choice.target(name, format, shell.exportFolder());
        if (chosen.isPresent()) {
            Path target = withEnding(chosen.get(), format);
            Path folder = target.toAbsolutePath().getParent();
            shell.setExportFolder(folder == null ? "" : folder.toString());
            write(what, format, target);
        }
    }

    private static Path withEnding(Path path, ExportFormat format) {
        String ending = "." + format.ending();
        String name = String.valueOf(path.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? path : path.resolveSibling(name + ending);
    }

    /// What is written is taken now, and does not change with the panel any more.
    private void write(Exportable what, ExportFormat format, Path target) {
        String line = provenance();
        Exportable.Writing writing = switch (what) {
            case Exportable.Chart chart -> drawn(chart, format);
            case Exportable.Rows rows -> table(rows.content().get());
            case Exportable.Sheet sheet -> sheet.writing().get();
            case Exportable.Document document -> document.writing().get();
        };
        runner.start(Job.of("Exporting " + what.name(), progress -> {
                    writing.to(target, line);
                    return target;
                })
                .after(path -> shell.notify(Notice.good(what.name() + " exported", path.toString())))
                .failed(failure -> shell.notify(Notice.bad(
                        what.name() + " was not exported", failure.message() + " (" + failure.code() + ")"))));
    }

    private static Exportable.Writing drawn(Exportable.Chart chart, ExportFormat format) {
        ExportSize size = ExportSize.slide();
        Caption caption = chart.caption().get();
        Function<Caption, Exhibit> pages = chart.page();
        return (target, line) -> OutputFile.write(target, out -> {
            Exhibit page = pages.apply(whole(caption, line));
            switch (format) {
                case PNG -> PngWriter.write(page, size, out);
                case SVG -> SvgWriter.write(page, size, out);
                case PDF -> PdfWriter.write(page, size, out);
                case CSV, JSON -> throw new IllegalArgumentException("format (" + format + ") must be one for charts.");
            }
        });
    }

    private static Caption whole(Caption caption, String line) {
        List<String> provenance = new ArrayList<>(caption.provenance());
        provenance.add(line);
        return new Caption(caption.title(), caption.subtitle(), provenance, caption.signature());
    }

    private static Exportable.Writing table(Exportable.Content content) {
        return (target, line) -> OutputFile.writeText(target, out -> {
            out.write("# " + line + " Headroom.\n");
            CsvTable table = new CsvTable(out, content.header());
            content.rows().forEach(row -> table.row(row.toArray()));
        });
    }

    /// Such as `As of 20 Nov 2026. Scope: AWS, prod-eu. Cost: Amortised.`
    public String provenance() {
        return (shell.asOfProperty().get().isEmpty()
                        ? ""
                        : "As of " + shell.asOfProperty().get() + ". ")
                + "Scope: " + shell.scopeWords() + ". Cost: "
                + ScopeWords.basis(shell.basisProperty().get()) + "."
                + (shell.pseudonymsProperty().get() ? " Names of accounts and hosts are pseudonyms." : "");
    }
}
