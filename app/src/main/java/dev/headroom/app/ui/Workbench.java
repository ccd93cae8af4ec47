package dev.headroom.app.ui;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.anomalies.AnomaliesView;
import dev.headroom.app.ui.anomalies.AnomaliesViewModel;
import dev.headroom.app.ui.aws.AwsDialog;
import dev.headroom.app.ui.aws.AwsViewModel;
import dev.headroom.app.ui.commitments.CommitmentsView;
import dev.headroom.app.ui.commitments.CommitmentsViewModel;
import dev.headroom.app.ui.data.DataView;
import dev.headroom.app.ui.data.DataViewModel;
import dev.headroom.app.ui.data.ImportViewModel;
import dev.headroom.app.ui.data.PreviewDialog;
import dev.headroom.app.ui.explore.ExploreView;
import dev.headroom.app.ui.explore.ExploreViewModel;
import dev.headroom.app.ui.forecast.ForecastView;
import dev.headroom.app.ui.forecast.ForecastViewModel;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.overview.OverviewView;
import dev.headroom.app.ui.overview.OverviewViewModel;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.part.ExportFormat;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.provider.PurchasesTab;
import dev.headroom.app.ui.provider.PurchasesViewModel;
import dev.headroom.app.ui.rightsizing.RightsizingView;
import dev.headroom.app.ui.risk.RiskView;
import dev.headroom.app.ui.risk.RiskViewModel;
import dev.headroom.app.ui.scenarios.ScenariosView;
import dev.headroom.app.ui.scenarios.ScenariosViewModel;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.WorkspaceGate;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.ui.shell.Exporter;
import dev.headroom.app.ui.shell.FileChoice;
import dev.headroom.app.ui.shell.LaterView;
import dev.headroom.app.ui.shell.MainWindow;
import dev.headroom.app.ui.shell.PasswordDialog;
import dev.headroom.app.ui.shell.ShellActions;
import dev.headroom.app.ui.shell.ShellStatus;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.ui.shell.WindowController;
import dev.headroom.app.ui.shell.WindowSettings;
import dev.headroom.app.ui.theme.ThemeSheets;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.ScopeIndex;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.fleet.Server;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts the window together: shell, panels and what they share.
public final class Workbench implements ShellActions {
    private final ShellViewModel model;
    private final WindowController controller;
    private final BackgroundRunner runner;
    private final Formats formats = Formats.english();
    private final InstantSource clock;
    private final MainWindow window;
    private @Nullable FleetModel fleet;
    private @Nullable Path shownFolder;
    private final Scene scene;
    private Exporter exporter;
    private Function<String, Optional<Path>> backupChoice = this::chooseBackup;

    public Workbench(
            WindowSettings settings, WorkspaceGate gate, Path folder, BackgroundRunner runner, InstantSource clock) {
        this.model = new ShellViewModel(settings);
        this.runner = runner;
        this.clock = clock;
        this.controller = new WindowController(model, gate, runner, folder);
        controller.onOpened(this::opened);
        controller.onPasswordNeeded(this::askPassword);
        this.window = new MainWindow(model, this, runner.running(), this::panel, this::resources, this::provenance);
        this.exporter = new Exporter(model, runner, this::chooseTarget);
        this.scene = new Scene(window, settings.width(), settings.height());
        ThemeSheets.dress(scene, settings.theme());
        model.themeProperty().addListener((source, before, now) -> ThemeSheets.dress(scene, now));
        window.listenTo(scene);
    }

    public Scene scene() {
        return scene;
    }

    public ShellViewModel model() {
        return model;
    }

    public WindowController controller() {
        return controller;
    }

    private void opened(WorkspaceSession session, WorkspaceSummary summary) {
        FleetModel fresh = new FleetModel(session, runner, summary);
        fleet = fresh;
        if (shownFolder != null && !shownFolder.equals(summary.folder())) {
            model.scopeProperty().set(Scope.ALL);
            model.selectionProperty().set("");
        }
        shownFolder = summary.folder();
        fresh.scopeProperty().bind(model.scopeProperty());
        fresh.basisProperty().bind(model.basisProperty());
        fresh.pseudonymsProperty().bind(model.pseudonymsProperty());
        ShellStatus.follow(model, fresh, formats, clock);
        if (!summary.isEmpty()) {
            fresh.load();
        }
    }

    private void askPassword(TaskFailure why) {
        PasswordDialog dialog = new PasswordDialog(controller.folder(), why.message(), controller::open, window::hide);
        window.show(dialog);
        dialog.begin();
    }

    private PanelView panel(PanelId id) {
        FleetModel open = Objects.requireNonNull(fleet, "no workspace is open");
        return switch (id) {
            case OVERVIEW -> new OverviewView(new OverviewViewModel(open, model, formats, clock), model);
            case RISK -> new RiskView(new RiskViewModel(open, model, formats), model);
            case DATA ->
                new DataView(
                        new DataViewModel(open, model, runner, formats, this::chooseFiles), window, this::connectAws);
            case FORECAST -> new ForecastView(new ForecastViewModel(open, model, runner, formats), model);
            case RIGHTSIZING -> new RightsizingView(SavingTabs.of(open, model, formats, window, this::pullAdvice));
            case ANOMALIES -> new AnomaliesView(new AnomaliesViewModel(open, model, formats), model, window);
            case EXPLORE -> new ExploreView(new ExploreViewModel(open, model, runner, formats), model);
            case COMMITMENTS ->
                new CommitmentsView(
                        new CommitmentsViewModel(open, model, formats),
                        model,
                        window,
                        new PurchasesTab(new PurchasesViewModel(open, formats, this::pullAdvice)));
            case SCENARIOS -> new ScenariosView(new ScenariosViewModel(open, model, runner, formats), model, window);
            case BUDGETS, REPORTS -> new LaterView(id);
        };
    }

    private List<Command> resources() {
        if (fleet == null) {
            return List.of();
        }
        return fleet.serversProperty().get().known().stream()
                .flatMap(List::stream)
                .map(this::command)
                .toList();
    }

    private Command command(Server server) {
        String context = Stream.of(server.instanceType().orElse(""), server.archetype(), server.account())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return new Command(Command.Kind.RESOURCE, server.name(), context, "fth-server", "", () -> choose(server));
    }

    /// Widens the scope when the server lies outside of it.
    private void choose(Server server) {
        if (fleet != null && !fleet.isInside(server.id())) {
            model.scopeProperty().set(Scope.ALL);
        }
        model.openResource(server.id(), PanelId.FORECAST);
    }

    @Override
    public void openScope() {
        FleetModel open = fleet;
        if (open != null) {
            window.openScope(open.scopesProperty().get().known().orElse(ScopeIndex.empty()));
        }
    }

    @Override
    public void openPalette(String query) {
        window.openPalette(query);
    }

    @Override
    public void chooseWorkspace() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a workspace folder");
        File chosen = chooser.showDialog(scene.getWindow());
        if (chosen != null) {
            controller.open(chosen.toPath());
        }
    }

    @Override
    public void openDemo() {
        controller.openDemo();
    }

    @Override
    public void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import files");
        List<File> chosen = chooser.showOpenMultipleDialog(scene.getWindow());
        if (chosen != null && !chosen.isEmpty()) {
            importFiles(chosen.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void importFiles(List<Path> files) {
        controller.session().ifPresent(session -> {
            ImportViewModel importing = new ImportViewModel(session, model, runner, formats, controller::refresh);
            importing.preview(
                    files,
                    desk -> window.show(new PreviewDialog(
                            desk,
                            () -> {
                                window.hide();
                                model.open(PanelId.DATA);
                                importing.importFiles(desk);
                            },
                            window::hide)));
        });
    }

    @Override
    public void connectAws() {
        connectAws(Set.of());
    }

    /// Where AWS has not been asked what it advises itself.
    private void pullAdvice() {
        connectAws(Set.of(PullAws.What.RECOMMENDATIONS));
    }

    /// @param also what is chosen beside the usual
    private void connectAws(Set<PullAws.What> also) {
        controller.session().ifPresent(session -> {
            AwsViewModel connection =
                    new AwsViewModel(session.aws(), model, runner, formats, Platform::runLater, controller::refresh);
            also.forEach(one -> connection.form().whatProperty(one).set(true));
            AwsDialog dialog = new AwsDialog(connection, window::hide);
            window.show(dialog);
            dialog.begin();
        });
    }

    @Override
    public void backUp() {
        String name = "headroom-" + LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()) + ".zip";
        if (controller.session().isPresent()) {
            backupChoice.apply(name).ifPresent(controller::backUp);
        }
    }

    /// Asks for the places of backups in another way than the system's dialog.
    public void chooseBackupsBy(Function<String, Optional<Path>> choice) {
        backupChoice = choice;
    }

    private Optional<Path> chooseBackup(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Back up the workspace");
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Backups", "*.zip"));
        return Optional.ofNullable(chooser.showSaveDialog(scene.getWindow())).map(File::toPath);
    }

    @Override
    public void reopen() {
        controller.open();
    }

    /// Asks for the places of exports in another way than the system's dialog.
    public void chooseTargetsBy(FileChoice choice) {
        exporter = new Exporter(model, runner, choice);
    }

    private Optional<Path> chooseTarget(String fileName, ExportFormat format, String folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export as " + format.name());
        chooser.setInitialFileName(fileName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.name(), "*." + format.ending()));
        if (!folder.isEmpty() && Files.isDirectory(Path.of(folder))) {
            chooser.setInitialDirectory(new File(folder));
        }
        return Optional.ofNullable(chooser.showSaveDialog(scene.getWindow())).map(File::toPath);
    }

    private String provenance() {
        return exporter.provenance();
    }

    @Override
    public void export(Exportable what, ExportFormat format) {
        exporter.export(what, format);
    }

    @Override
    public void present() {
        model.presentingProperty().set(!model.presentingProperty().get());
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(model.presentingProperty().get());
        }
    }

    @Override
    public void showNotices() {
        window.showNotices();
    }

    @Override
    public void showShortcuts() {
        window.showShortcuts();
    }
}
