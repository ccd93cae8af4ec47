package dev.headroom.charts.control;

import dev.headroom.charts.SampleCharts;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Takes pictures of the live controls for looking at them: `ControlGallery <folder>`.
final class ControlGallery {
    private ControlGallery() {}

    public static void main(String[] arguments) {
        Application.launch(Show.class, arguments);
    }

    /// The application behind the launcher, which must not be one itself.
    public static final class Show extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            takeAll(stage, Path.of(getParameters().getRaw().getFirst()));
            Platform.exit();
        }
    }

    private static void takeAll(Stage stage, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (PlotTheme theme : new PlotTheme[] {PlotTheme.light(), PlotTheme.dark()}) {
            PlotView view = new PlotView(SampleCharts.forecast());
            view.setTheme(theme);
            view.setPrefSize(826, 520);
            VBox box = new VBox(8, view, new BrushView(view));
            show(stage, box, 826, 600, theme);
            view.crosshairProperty().set(SampleCharts.second(2027, 4, 28));
            save(box, folder.resolve("view-" + theme.name() + ".png"));
            HeatmapView heatmap = new HeatmapView(SampleCharts.risk());
            heatmap.setTheme(theme);
            VBox card = new VBox(heatmap);
            heatmap.setPrefSize(690, 660);
            show(stage, card, 690, 660, theme);
            heatmap.selectedRows().addAll(List.of("db-eu-03", "db-us-04"));
            heatmap.requestFocus();
            heatmap.focusCell("db-eu-05", 1);
            save(card, folder.resolve("heatmap-" + theme.name() + ".png"));
            show(stage, small(theme), 400, 260, theme);
            save((Region) stage.getScene().getRoot(), folder.resolve("small-" + theme.name() + ".png"));
        }
    }

    private static VBox small(PlotTheme theme) {
        BulletView bullet = new BulletView(ValueAxis.fitted(ValueFormat.money("$")));
        bullet.setTheme(theme);
        bullet.show(new BulletView.Amounts(82_300, 83_400, 83_900, 84_330, 84_700, 85_300, 86_200, 84_000));
        Sparkline sparkline = new Sparkline();
        sparkline.setTheme(theme);
        sparkline.show(
                new LineData(new double[] {0, 1, 2, 3, 4, 5}, new double[] {3, 5, 4, Double.NaN, 7, 6}), "rising");
        HBox glyphs = new HBox(6);
        for (int quarters = 0; quarters <= 4; quarters++) {
            glyphs.getChildren().add(new DiscGlyph(quarters));
        }
        HeatmapView narrow = new HeatmapView(SampleCharts.risk());
        narrow.setTheme(theme);
        narrow.setPrefSize(360, 150);
        VBox box = new VBox(8, bullet, sparkline, glyphs, narrow);
        box.setFillWidth(false);
        box.setPadding(new javafx.geometry.Insets(8));
        return box;
    }

    private static void show(Stage stage, Region root, double width, double height, PlotTheme theme) {
        stage.setScene(new Scene(root, width, height, Color.web(theme.hex(ThemeColor.SURFACE))));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        root.applyCss();
        root.layout();
    }

    static void save(Region root, Path file) {
        root.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(1, 1));
        WritableImage shot = root.snapshot(parameters, null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
