package dev.headroom.app.ui.part;

import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.plot.Caption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/// Something in a panel that can be written to a file, as it is shown at the moment of asking.
public sealed interface Exportable {
    /// Such as `Soonest breaches`; the first part of the file name.
    String name();

    List<ExportFormat> formats();

    /// A chart.
    ///
    /// @param caption what stands around it, without the line that is common to all exports
    /// @param page the chart with its whole caption
    /// @param copy the chart once more, large, for people who watch
    record Chart(String name, Supplier<Caption> caption, Function<Caption, Exhibit> page, Supplier<Region> copy)
            implements Exportable {
        @Override
        public List<ExportFormat> formats() {
            return ExportFormat.DRAWN;
        }
    }

    /// A table.
    record Rows(String name, Supplier<Content> content) implements Exportable {
        @Override
        public List<ExportFormat> formats() {
            return List.of(ExportFormat.CSV);
        }
    }

    /// A table that a use case writes, with its own columns.
    record Sheet(String name, Supplier<Writing> writing) implements Exportable {
        @Override
        public List<ExportFormat> formats() {
            return List.of(ExportFormat.CSV);
        }
    }

    /// Something that is written whole, to be opened again.
    record Document(String name, ExportFormat format, Supplier<Writing> writing) implements Exportable {
        @Override
        public List<ExportFormat> formats() {
            return List.of(format);
        }
    }

    /// Writes a file.
    @FunctionalInterface
    interface Writing {
        /// @param provenance the line that is common to all exports
        void to(Path target, String provenance) throws UseCaseException;
    }

    /// The cells of a table, numbers as numbers; a cell that is not known is an empty text.
    record Content(List<String> header, List<List<Object>> rows) {
        public Content {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
