package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelId;
import java.util.ArrayList;
import java.util.List;

/// What the window itself can do, whatever panel is in front.
final class WindowCommands {
    private final ShellViewModel model;
    private final ShellActions actions;
    private final MainWindow window;

    WindowCommands(ShellViewModel model, ShellActions actions, MainWindow window) {
        this.model = model;
        this.actions = actions;
        this.window = window;
    }

    /// The actions and the panels, with their shortcuts.
    List<Command> list() {
        List<Command> list = new ArrayList<>();
        for (PanelId id : PanelId.values()) {
            String context = ShellViewModel.LIVE.contains(id) ? "" : "arrives with a later release";
            list.add(new Command(
                    Command.Kind.PANEL, id.label(), context, id.icon(), id.shortcut(), () -> model.open(id)));
        }
        list.add(action("Find or run anything", "", "fth-search", "Ctrl+K", () -> window.openPalette("")));
        list.add(action("Choose the scope", "Window", "fth-filter", "Alt+S", actions::openScope));
        list.add(action("Widen the scope", "Window", "fth-corner-left-up", "Alt+↑", model::widen));
        list.add(action("Import files", "Data", "fth-upload", "Alt+I", actions::chooseFiles));
        list.add(action("Pull from AWS", "Data", "fth-cloud", "Alt+C", actions::connectAws));
        list.add(action("Open the demo fleet", "Workspace", "fth-play", "Alt+D", actions::openDemo));
        list.add(action("Open another workspace", "Workspace", "fth-folder", "Ctrl+O", actions::chooseWorkspace));
        list.add(action("Back up the workspace", "Workspace", "fth-save", "Ctrl+Shift+S", actions::backUp));
        list.add(action("Export a chart or table", "Panel", "fth-download", "Ctrl+E", window::showExports));
        list.add(action("Compact or comfortable rows", "Tables", "fth-menu", "Ctrl+Shift+D", this::changeDensity));
        list.add(action("Switch between light and dark", "Theme", "fth-moon", "Ctrl+Shift+L", model::switchTheme));
        list.add(action("Collapse or expand the navigation", "Window", "fth-chevrons-left", "Ctrl+B", this::fold));
        list.add(action("Presentation mode", "Window", "fth-maximize", "F11", actions::present));
        list.add(action("Show pseudonyms or real names", "Window", "fth-eye-off", "Ctrl+Shift+P", this::switchNames));
        list.add(action("Go back", "Window", "fth-chevron-left", "Alt+←", model::back));
        list.add(action("Go forward", "Window", "fth-chevron-right", "Alt+→", model::forward));
        list.add(action("Show all notifications", "Window", "fth-bell", "Ctrl+Shift+B", window::showNotices));
        list.add(action("List the shortcuts", "Help", "fth-info", "F1", window::showShortcuts));
        return list;
    }

    private void switchNames() {
        boolean hidden = !model.pseudonymsProperty().get();
        model.pseudonymsProperty().set(hidden);
        model.notify(
                hidden
                        ? Notice.good("Pseudonyms are shown", "Accounts and hosts keep them in exports.")
                        : Notice.good("Real names are shown", "Exports name accounts and hosts again."));
    }

    private void changeDensity() {
        model.densityProperty().set(model.densityProperty().get().other());
    }

    private void fold() {
        model.collapsedProperty().set(!model.collapsedProperty().get());
    }

    private static Command action(String label, String context, String icon, String keys, Runnable action) {
        return new Command(Command.Kind.ACTION, label, context, icon, keys, action);
    }
}
