package dev.headroom.charts.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.charts.SampleCharts;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.theme.PlotTheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class WritersTest {
    private static final String TITLE = "db-eu-07: CPU p95 is likely to pass 80\u00a0% around 28 Dec";

    private final Plot plot = SampleCharts.forecast();
    private final Exhibit chart = Exhibit.of(plot, plot.home());
    private final Exhibit grid =
            Exhibit.of(SampleCharts.risk(), Caption.titled("Ten servers are likely to pass < 80 % & more"));

    @Test
    void thePngHasFourPixelsAUnitSquareAndAWhiteGround(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chart.png");
        PngWriter.write(chart, ExportSize.slide(), file);
        BufferedImage image = ImageIO.read(file.toFile());

        assertThat(image.getWidth()).isEqualTo(2880);
        assertThat(image.getHeight()).isEqualTo(1800);
        assertThat(image.getRGB(3, 3)).isEqualTo(0xffffffff);
    }

    @Test
    void aDarkChartIsExportedInTheLightPalette() {
        BufferedImage fromLight = PngWriter.image(chart, new ExportSize(720, 450, 1));
        Exhibit dark = Exhibit.of(plot.withTheme(PlotTheme.dark()), plot.home());
        BufferedImage fromDark = PngWriter.image(dark, new ExportSize(720, 450, 1));

        for (int y = 0; y < 450; y += 7) {
            for (int x = 0; x < 720; x += 7) {
                assertThat(fromDark.getRGB(x, y)).isEqualTo(fromLight.getRGB(x, y));
            }
        }
    }

    @Test
    void theSvgIsWellFormedAndHoldsItsTextAsText() throws Exception {
        List<String> texts = texts(SvgWriter.document(chart, ExportSize.slide()));

        assertThat(texts)
                .contains(
                        TITLE,
                        "Observed",
                        "Limit 80\u00a0%",
                        "Jan 2027",
                        "Replica added, 13 Apr",
                        "P50 28 Dec 2026, in 38 days",
                        "ledger entry F-2026-0412");
    }

    @Test
    void theSvgEscapesWhatXmlReserves() throws Exception {
        List<String> texts = texts(SvgWriter.document(grid, ExportSize.slide()));

        assertThat(texts).contains("Ten servers are likely to pass < 80 % & more", "Database", "Very likely");
    }

    @Test
    void theSvgNamesTheFamilyOfEachWeight() {
        String svg = SvgWriter.document(chart, ExportSize.slide());

        assertThat(svg).contains("font-family: \"Inter Tabular\"").contains("font-family: \"Inter Tabular SemiBold\"");
    }

    @Test
    void theSameChartGivesTheSameSvg() {
        assertThat(SvgWriter.document(chart, ExportSize.slide()))
                .isEqualTo(SvgWriter.document(Exhibit.of(plot, plot.home()), ExportSize.slide()));
    }

    @Test
    void theTextOfThePdfCanBeExtracted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(chart, ExportSize.slide(), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document).replace('\u00a0', ' ');

            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(1080);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(TITLE);
            assertThat(text)
                    .contains("db-eu-07: CPU p95 is likely to pass 80 % around 28 Dec")
                    .contains("Data 9f3c 71d2, forecast a41e 08bb.")
                    .contains("P10 22 Dec, P90 30 Mar")
                    .contains("Jan 2027");
        }
    }

    @Test
    void theHeatmapIsExportedWithItsFiguresAndWithoutLinks(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("risk.pdf");
        PdfWriter.write(grid, ExportSize.slide(), file);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            String text = new PDFTextStripper().getText(document).replace('\u00a0', ' ');

            assertThat(text)
                    .contains("18 servers")
                    .contains("more, all below 5 %")
                    .contains("80 >99");
            assertThat(text).doesNotContain("Show");
        }
    }

    private static List<String> texts(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        NodeList nodes = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
