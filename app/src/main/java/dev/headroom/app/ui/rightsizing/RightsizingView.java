package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Rightsizing panel: one page for each kind of saving. A page is made when it is first looked at.
public final class RightsizingView implements PanelView {
    private final List<PanelTab.Source> sources;
    private final Map<PanelTab.Source, PanelTab> made = new HashMap<>();
    private final ObjectProperty<PanelTab.Source> chosen;
    private final VBox root = new VBox(12);
    private final StackPane place = new StackPane();
    private final Label answer = Parts.elastic("", "small", "muted");

    /// @param sources at least one; the first is shown first
    public RightsizingView(List<PanelTab.Source> sources) {
        this.sources = List.copyOf(sources);
        this.chosen = new SimpleObjectProperty<>(sources.getFirst());
        root.getStyleClass().addAll("panel", "rightsizing");
        VBox.setVgrow(place, Priority.ALWAYS);
        root.getChildren().addAll(head(), place);
        chosen.addListener((source, before, now) -> show(now));
        show(chosen.get());
    }

    private HBox head() {
        HBox tabs = Segments.of("Kind of saving", sources, PanelTab.Source::label, chosen);
        for (int i = 0; i < sources.size(); i++) {
            ((ToggleButton) tabs.getChildren().get(i))
                    .setTooltip(new Tooltip(sources.get(i).tip()));
        }
        HBox head = Parts.row(12, Parts.label("Rightsizing", "page-title"), tabs, answer);
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        head.getStyleClass().add("page-head");
        return head;
    }

    private PanelTab tab(PanelTab.Source source) {
        return made.computeIfAbsent(source, wanted -> wanted.maker().get());
    }

    private void show(PanelTab.Source source) {
        PanelTab tab = tab(source);
        answer.textProperty().bind(tab.answer());
        place.getChildren().setAll(tab.root());
        tab.shown();
    }

    @Override
    public PanelId id() {
        return PanelId.RIGHTSIZING;
    }

    @Override
    public void shown() {
        tab(chosen.get()).shown();
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>(tab(chosen.get()).commands());
        for (PanelTab.Source source : sources) {
            commands.add(new Command(
                    Command.Kind.ACTION,
                    "Show " + inSentence(source.label()),
                    "Rightsizing",
                    PanelId.RIGHTSIZING.icon(),
                    "",
                    () -> chosen.set(source)));
        }
        return commands;
    }

    /// Such as `off hours`; a name such as `AWS says` stays.
    private static String inSentence(String label) {
        return label.startsWith("AWS") ? label : label.toLowerCase(Locale.ROOT);
    }

    @Override
    public Region root() {
        return root;
    }
}
