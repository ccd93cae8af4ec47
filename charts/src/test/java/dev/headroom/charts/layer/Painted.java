package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.export.ExportSize;
import dev.headroom.charts.export.SvgWriter;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotLayout;
import dev.headroom.charts.theme.PlotTheme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// One layer painted on a plot, to be looked at pixel by pixel.
final class Painted {
    static final PlotTheme THEME = PlotTheme.light();
    private static final int WIDTH = 420;
    private static final int HEIGHT = 260;

    private final Plot plot;
    private final PlotLayout layout;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    private Painted(Plot plot) {
        this.plot = plot;
        this.layout = plot.layout(WIDTH, HEIGHT, plot.home());
        Graphics2D g = image.createGraphics();
        plot.paint(g, WIDTH, HEIGHT, plot.home());
        g.dispose();
    }

    static Painted of(PlotLayer layer, ValueAxis x, ValueAxis y) {
        return new Painted(
                Plot.builder(x, y).add(layer).legend(Plot.Legend.NONE).build());
    }

    /// The colour at a position and a value.
    Color at(double x, double y) {
        return pixel(layout.px(x), layout.py(y));
    }

    Color pixel(double px, double py) {
        return new Color(image.getRGB((int) Math.round(px), (int) Math.round(py)));
    }

    PlotLayout layout() {
        return layout;
    }

    /// How many pixels of the plot area have this colour.
    long count(Color color) {
        long count = 0;
        for (int y = (int) layout.area().getMinY(); y < layout.area().getMaxY(); y++) {
            for (int x = (int) layout.area().getMinX(); x < layout.area().getMaxX(); x++) {
                count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    String svg() {
        return SvgWriter.document(Exhibit.of(plot, plot.home()), ExportSize.slide());
    }

    /// The texts of the SVG, which is well formed or this fails.
    List<String> svgTexts() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList nodes = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg())))
                .getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
