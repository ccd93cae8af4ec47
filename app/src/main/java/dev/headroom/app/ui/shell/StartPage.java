package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first page of an empty workspace: three doors and a place to drop files.
final class StartPage extends StackPane {
    private final ShellActions actions;

    StartPage(ShellActions actions) {
        this.actions = actions;
        getStyleClass().add("start-page");
        VBox page = new VBox(heading(), doors(), dropZone(), links());
        page.setMaxWidth(1096);
        page.getStyleClass().add("start-column");
        ScrollPane scroll = new ScrollPane(new StackPane(page));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
    }

    private static VBox heading() {
        Label title = Parts.label("Start with some data", "start-title");
        Label line = Parts.prose(
                "Headroom answers three questions: when will it run out, what will it cost, and what should we change?",
                "start-line");
        line.setMaxWidth(Double.MAX_VALUE);
        return new VBox(6, title, line);
    }

    private HBox doors() {
        VBox demo = door(
                "fth-play",
                "Open the demo fleet",
                "A generated fleet of 48 servers over 4 years, with two years of bills. Forecast on this computer.",
                Parts.button("Open demo", "", actions::openDemo, "primary"),
                "Alt+D",
                "Works offline");
        VBox files = door(
                "fth-upload",
                "Import files",
                "Bills of AWS, Azure, Google, Oracle and Alibaba, FOCUS, utilization CSV and server inventories.",
                Parts.button("Choose files", "", actions::chooseFiles),
                "Alt+I",
                "Preview before anything is written");
        VBox aws = door(
                "fth-cloud",
                "Connect to AWS",
                "Inventory, utilization, prices and bills of your accounts, with a profile or single sign-on of this computer.",
                Parts.button("Connect", "", actions::connectAws),
                "Alt+C",
                "Keys are never stored here");
        HBox doors = new HBox(20, demo, files, aws);
        for (VBox door : new VBox[] {demo, files, aws}) {
            HBox.setHgrow(door, Priority.ALWAYS);
            door.setPrefWidth(300);
            door.setMaxWidth(Double.MAX_VALUE);
        }
        doors.getStyleClass().add("doors");
        return doors;
    }

    private static VBox door(String icon, String title, String text, Button action, String keys, String foot) {
        StackPane tile = new StackPane(Icons.large(icon, "tone-accent"));
        tile.getStyleClass().add("door-icon");
        tile.setMaxSize(48, 48);
        tile.setMinSize(48, 48);
        HBox row = Parts.row(8, action);
        if (!keys.isEmpty()) {
            row.getChildren().add(Parts.keyCap(keys));
        }
        VBox words = new VBox(6, Parts.label(title, "answer"), Parts.prose(text, "body", "muted"));
        VBox door = new VBox(tile, words, Parts.spring(), row, Parts.elastic(foot, "small", "muted"));
        door.getStyleClass().addAll("card", "door");
        door.setAlignment(Pos.TOP_LEFT);
        return door;
    }

    private static HBox dropZone() {
        HBox zone = new HBox(14, Icons.navigation("fth-download"));
        zone.getChildren().add(Parts.label("Or drop files anywhere in this window", "body", "strong"));
        zone.getChildren().add(Parts.label("CSV, JSON lines or Parquet, also packed", "body", "muted"));
        zone.setAlignment(Pos.CENTER);
        zone.setMinHeight(112);
        zone.getStyleClass().add("drop-zone");
        return zone;
    }

    private HBox links() {
        Button other = Parts.button("Open another workspace", "fth-folder", actions::chooseWorkspace, "quiet");
        Button keys = Parts.button("Shortcuts", "fth-info", actions::showShortcuts, "quiet");
        HBox links = new HBox(16, other, keys);
        links.getStyleClass().add("start-links");
        return links;
    }
}
