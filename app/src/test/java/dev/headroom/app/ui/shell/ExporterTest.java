package dev.headroom.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.part.ExportFormat;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.usecase.Scope;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.layer.Depth;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.PlotFrame;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    @TempDir
    Path folder;

    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private Optional<Path> target = Optional.empty();
    private final Exporter exporter = new Exporter(parts.shell(), parts.runner(), (name, format, where) -> target);

    @AfterEach
    void close() {
        parts.close();
    }

    private static Exportable rows() {
        return new Exportable.Rows(
                "Breaches",
                () -> new Exportable.Content(
                        List.of("Server", "Days", "Note"),
                        List.of(List.of("db-1", 9.0, "=1+1"), List.of("db-2", "", "@home"))));
    }

    private static Exportable chart() {
        Plot plot = Plot.builder(ValueAxis.fitted(ValueFormat.number("")), ValueAxis.fitted(ValueFormat.number("")))
                .add(LineLayer.history("Load", new LineData(new double[] {0, 1, 2}, new double[] {1, 3, 2})))
                .build();
        return new Exportable.Chart(
                "Load",
                () -> Exports.caption("Load rises", "Daily"),
                caption -> Exhibit.of(plot.withCaption(caption), plot.home()),
                Region::new);
    }

    private void export(Exportable what, ExportFormat format, Path file) throws InterruptedException {
        target = Optional.of(file);
        exporter.export(what, format);
        parts.settle();
    }

    @Test
    void textStaysTextUnknownStaysEmptyAndTheFirstLineSaysWhatIsShown() throws Exception {
        parts.shell().asOfProperty().set("19 Nov 2026");
        parts.shell().scopeProperty().set(Scope.ALL.withProvider("aws").withAccount("prod-us"));
        export(rows(), ExportFormat.CSV, folder.resolve("breaches.csv"));
        assertThat(Files.readAllLines(folder.resolve("breaches.csv")))
                .containsExactly(
                        "# As of 19 Nov 2026. Scope: aws, prod-us. Cost: Amortised. Headroom.",
                        "Server,Days,Note",
                        "db-1,9,'=1+1",
                        "db-2,,'@home");
        assertThat(parts.shell().exportFolder()).isEqualTo(folder.toString());
        assertThat(parts.shell().notices().getLast().title()).isEqualTo("Breaches exported");
    }

    @Test
    void aChartIsWrittenInEachFormatWithItsProvenance() throws Exception {
        export(chart(), ExportFormat.SVG, folder.resolve("load"));
        assertThat(Files.readString(folder.resolve("load.svg")))
                .contains("Load rises")
                .contains("Scope: all accounts. Cost: Amortised.");
        export(chart(), ExportFormat.PDF, folder.resolve("load.pdf"));
        assertThat(Files.readString(folder.resolve("load.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        export(chart(), ExportFormat.PNG, folder.resolve("load.png"));
        var image = ImageIO.read(folder.resolve("load.png").toFile());
        assertThat(image.getWidth()).isEqualTo(2880);
    }

    @Test
    void pseudonymsAreSaidInTheExport() {
        parts.shell().pseudonymsProperty().set(true);
        assertThat(exporter.provenance()).endsWith("Names of accounts and hosts are pseudonyms.");
    }

    @Test
    void aFileThatCannotBeWrittenIsTakenUpAndTheEarlierOneStays() throws Exception {
        Path blocked = folder.resolve("occupied");
        Files.writeString(blocked, "a file where the folder should be");
        export(rows(), ExportFormat.CSV, blocked.resolve("breaches.csv"));
        assertThat(parts.shell().notices().getLast()).satisfies(notice -> {
            assertThat(notice.stays()).isTrue();
            assertThat(notice.text()).contains("HR-3010").contains("breaches.csv");
        });
        assertThat(Files.readString(blocked)).startsWith("a file");
    }

    @Test
    void aChartThatCannotBeDrawnLeavesTheEarlierFile() throws IOException, InterruptedException {
        Path earlier = folder.resolve("load.svg");
        Files.writeString(earlier, "good");
        Plot broken = Plot.builder(ValueAxis.fitted(ValueFormat.number("")), ValueAxis.fitted(ValueFormat.number("")))
                .add(new BrokenLayer())
                .build();
        export(
                new Exportable.Chart(
                        "Load",
                        () -> Exports.caption("Load", ""),
                        caption -> Exhibit.of(broken.withCaption(caption), new Viewport(0, 1)),
                        Region::new),
                ExportFormat.SVG,
                earlier);
        assertThat(Files.readString(earlier)).isEqualTo("good");
        assertThat(parts.shell().notices().getLast().stays()).isTrue();
    }

    private record BrokenLayer() implements PlotLayer {
        @Override
        public void paint(PlotFrame frame) {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public Depth depth() {
            return Depth.LINE;
        }
    }

    @Test
    void nothingHappensWithoutATarget() {
        exporter.export(rows(), ExportFormat.CSV);
        assertThat(parts.runner().running()).isEmpty();
        assertThat(parts.shell().notices()).isEmpty();
    }
}
