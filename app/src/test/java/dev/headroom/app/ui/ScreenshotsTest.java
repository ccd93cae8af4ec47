package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.session.UseCaseGate;
import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.shell.WindowSettings;
import dev.headroom.app.ui.shell.WorkspaceState;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Passwords;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.PulledAdvice;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.Shapes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Takes the pictures of the window over the real demo workspace: all panels, both themes.
///
/// `mvn -pl app -am test -Dtest=ScreenshotsTest -DexcludedTags=display
/// -Dsurefire.failIfNoSpecifiedTests=false -Dscreenshots.folder=DIR`, with
/// `-Dscreenshots.sizes=1280x800,1440x900` for more than the usual size. The headless screen is 1000 high;
/// larger windows need a display and `-Dheadless.arguments=`.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
    private static final List<PanelId> PANELS = List.of(
            PanelId.OVERVIEW,
            PanelId.DATA,
            PanelId.EXPLORE,
            PanelId.FORECAST,
            PanelId.RISK,
            PanelId.RIGHTSIZING,
            PanelId.SCENARIOS,
            PanelId.ANOMALIES,
            PanelId.COMMITMENTS);
    private static final String TOLD = "web-us-08";
    private static final long PATIENCE_SECONDS = 900;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final Path folder = Path.of(System.getProperty("screenshots.folder", "target/screenshots"));

    @TempDir
    Path temporary;

    @Test
    void everyPanelIsPaintedInBothThemes() throws Exception {
        Files.createDirectories(folder);
        Path home = Path.of(System.getProperty("screenshots.workspaces", temporary.toString()));
        WorkspaceGate gate = new UseCaseGate(
                Shapes.shipped(), clock, home.resolve("workspace"), Path.of("..", "sample-data"), Passwords.none());
        Path demo = gate.demo(Progress.NONE);
        try (OpenWorkspace workspace = OpenWorkspace.at(demo)) {
            PulledAdvice.keep(workspace, clock);
        }
        for (String size : System.getProperty("screenshots.sizes", "1280x800").split(",")) {
            int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
            int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
            shoot(gate, demo, width, height);
            start(gate, temporary.resolve("fresh-" + size), width, height);
        }
    }

    private void shoot(WorkspaceGate gate, Path demo, int width, int height) throws Exception {
        try (BackgroundRunner runner = new BackgroundRunner(Platform::runLater, clock, 2)) {
            Workbench workbench = open(gate, demo, width, height, runner);
            await(() -> workbench.model().workspaceProperty().get() instanceof WorkspaceState.Filled);
            awaitQuiet(runner);
            for (PanelId panel : PANELS) {
                for (Theme theme : Theme.values()) {
                    onWindow(() -> {
                        workbench.model().themeProperty().set(theme);
                        workbench.model().selectionProperty().set(panel == PanelId.FORECAST ? TOLD : "");
                        workbench.model().open(panel);
                    });
                    awaitQuiet(runner);
                    String name = panel.name().toLowerCase(Locale.ROOT);
                    save(workbench, "%s-%s-%dx%d.png".formatted(name, theme.code(), width, height));
                }
            }
            shootData(workbench, runner, "%dx%d".formatted(width, height));
            shootExplore(workbench, runner, "%dx%d".formatted(width, height));
            shootForecast(workbench, runner, "%dx%d".formatted(width, height));
            shootSavings(workbench, runner, "%dx%d".formatted(width, height));
            shootCommitments(workbench, runner, "%dx%d".formatted(width, height));
            onWindow(() -> {
                workbench
                        .model()
                        .scopeProperty()
                        .set(Scope.ALL.withProvider("AWS").withAccount("prod-us"));
                workbench.model().pseudonymsProperty().set(true);
                workbench.model().themeProperty().set(Theme.LIGHT);
                workbench
                        .scene()
                        .lookup("#modal")
                        .fireEvent(
                                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
                workbench.model().open(PanelId.FORECAST);
            });
            awaitQuiet(runner);
            onWindow(() -> workbench.model().presentingProperty().set(true));
            awaitQuiet(runner);
            save(workbench, "presentation-light-%dx%d.png".formatted(width, height));
            onWindow(() -> {
                workbench.model().presentingProperty().set(false);
                workbench.model().open(PanelId.OVERVIEW);
            });
            awaitQuiet(runner);
            save(workbench, "scoped-light-%dx%d.png".formatted(width, height));
            onWindow(() -> {
                workbench.model().scopeProperty().set(Scope.ALL);
                workbench.model().pseudonymsProperty().set(false);
                workbench.model().themeProperty().set(Theme.DARK);
            });
            onWindow(() -> workbench.openScope());
            awaitQuiet(runner);
            save(workbench, "scope-dark-%dx%d.png".formatted(width, height));
            onWindow(() -> workbench.openPalette("db"));
            awaitQuiet(runner);
            save(workbench, "palette-dark-%dx%d.png".formatted(width, height));
            onWindow(() -> workbench.controller().close());
        }
    }

    private static void choose(Workbench workbench, String segment) throws Exception {
        onWindow(() -> ((ToggleButton) workbench.scene().getRoot().lookupAll(".segment").stream()
                        .filter(node -> segment.equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow())
                .fire());
    }

    /// The pages of the Explore panel but the first, which is the panel's own picture.
    private void shootExplore(Workbench workbench, BackgroundRunner runner, String size) throws Exception {
        onWindow(() -> workbench.model().open(PanelId.EXPLORE));
        for (String page : List.of("Correlation", "Distribution", "Decomposition", "Archetypes", "Cost pivot")) {
            choose(workbench, "View: " + page);
            awaitQuiet(runner);
            for (Theme theme : Theme.values()) {
                onWindow(() -> workbench.model().themeProperty().set(theme));
                String name = page.toLowerCase(Locale.ROOT).replace(' ', '-');
                save(workbench, "explore-%s-%s-%s.png".formatted(name, theme.code(), size));
            }
        }
        choose(workbench, "View: Profile");
    }

    /// The pages of the Rightsizing panel but the first, which is the panel's own picture.
    private void shootSavings(Workbench workbench, BackgroundRunner runner, String size) throws Exception {
        onWindow(() -> workbench.model().open(PanelId.RIGHTSIZING));
        for (String page :
                List.of("Off hours", "Idle and waste", "Other resources", "Clusters", "Best set", "AWS says")) {
            choose(workbench, "Kind of saving: " + page);
            awaitQuiet(runner);
            for (Theme theme : Theme.values()) {
                onWindow(() -> workbench.model().themeProperty().set(theme));
                String name = page.toLowerCase(Locale.ROOT).replace(' ', '-');
                save(workbench, "rightsizing-%s-%s-%s.png".formatted(name, theme.code(), size));
            }
        }
        choose(workbench, "Kind of saving: Resize");
    }

    /// What AWS says about commitments; the advice is the panel's own picture.
    private void shootCommitments(Workbench workbench, BackgroundRunner runner, String size) throws Exception {
        onWindow(() -> workbench.model().open(PanelId.COMMITMENTS));
        choose(workbench, "Part of commitments: AWS says");
        awaitQuiet(runner);
        for (Theme theme : Theme.values()) {
            onWindow(() -> workbench.model().themeProperty().set(theme));
            save(workbench, "commitments-aws-says-%s-%s.png".formatted(theme.code(), size));
        }
        choose(workbench, "Part of commitments: Advice");
    }

    /// The quality of each series, and the bills.
    private void shootData(Workbench workbench, BackgroundRunner runner, String size) throws Exception {
        onWindow(() -> workbench.model().open(PanelId.DATA));
        for (String page : List.of("Quality", "Bills", "Imports")) {
            choose(workbench, "Part of the data: " + page);
            awaitQuiet(runner);
            for (Theme theme : Theme.values()) {
                onWindow(() -> workbench.model().themeProperty().set(theme));
                save(workbench, "data-%s-%s-%s.png".formatted(page.toLowerCase(Locale.ROOT), theme.code(), size));
            }
        }
    }

    /// Four models on one chart, then what was known three months ago.
    private void shootForecast(Workbench workbench, BackgroundRunner runner, String size) throws Exception {
        onWindow(() -> {
            workbench.model().selectionProperty().set(TOLD);
            workbench.model().open(PanelId.FORECAST);
        });
        awaitQuiet(runner);
        for (Theme theme : Theme.values()) {
            onWindow(() -> workbench.model().themeProperty().set(theme));
            onWindow(() -> {
                for (String model : List.of("theta", "snaive", "additive")) {
                    tick(workbench, model);
                }
            });
            awaitQuiet(runner);
            save(workbench, "forecast-compared-%s-%s.png".formatted(theme.code(), size));
            onWindow(() -> {
                for (String model : List.of("theta", "snaive", "additive")) {
                    tick(workbench, model);
                }
                Slider slider = (Slider) workbench.scene().lookup("#as-known-slider");
                slider.setValue(slider.getMax() - 90);
            });
            awaitQuiet(runner);
            save(workbench, "forecast-past-%s-%s.png".formatted(theme.code(), size));
            onWindow(() -> ((Button) workbench.scene().lookup("#past-latest")).fire());
            awaitQuiet(runner);
        }
    }

    private static void tick(Workbench workbench, String model) {
        ((CheckBox) workbench.scene().lookup("#compare-" + model)).fire();
    }

    private void start(WorkspaceGate gate, Path fresh, int width, int height) throws Exception {
        try (BackgroundRunner runner = new BackgroundRunner(Platform::runLater, clock, 2)) {
            Workbench workbench = open(gate, fresh, width, height, runner);
            await(() -> workbench.model().workspaceProperty().get() instanceof WorkspaceState.Fresh);
            save(workbench, "start-light-%dx%d.png".formatted(width, height));
            onWindow(() -> workbench.controller().close());
        }
    }

    private Workbench open(WorkspaceGate gate, Path workspace, int width, int height, BackgroundRunner runner)
            throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    WindowSettings settings = WindowSettings.first().sized(width, height);
                    Workbench workbench = new Workbench(settings, gate, workspace, runner, clock);
                    Stage stage = new Stage(StageStyle.UNDECORATED);
                    stage.setX(0);
                    stage.setY(0);
                    stage.setScene(workbench.scene());
                    stage.setWidth(width);
                    stage.setHeight(height);
                    stage.show();
                    workbench.controller().open();
                    return workbench;
                })
                .get(30, TimeUnit.SECONDS);
    }

    private void save(Workbench workbench, String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        WritableImage shot = WaitForAsyncUtils.asyncFx(() -> workbench.scene().snapshot(null))
                .get(30, TimeUnit.SECONDS);
        BufferedImage image = SwingFXUtils.fromFXImage(shot, null);
        assertThat(colours(image)).as("colours of " + name).isGreaterThan(20);
        write(image, folder.resolve(name));
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);
        ImageIO.write(opaque, "png", file.toFile());
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> i % 7 == 0)
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    private static void onWindow(Runnable step) throws Exception {
        WaitForAsyncUtils.asyncFx(step).get(30, TimeUnit.SECONDS);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    }

    private static void awaitQuiet(BackgroundRunner runner) throws Exception {
        await(() -> WaitForAsyncUtils.asyncFx(() -> runner.running().isEmpty()).get(30, TimeUnit.SECONDS));
        WaitForAsyncUtils.waitForFxEvents(10);
    }
}
