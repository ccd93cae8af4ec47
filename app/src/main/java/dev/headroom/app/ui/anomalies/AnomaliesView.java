package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.anomaly.Sensitivity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Anomalies panel.
public final class AnomaliesView implements PanelView {
    private static final String SEND = "Ctrl+Shift+M";
    private final AnomaliesViewModel model;
    private final VBox root = new VBox(12);
    private final AnomalyDetail detail;
    private final ModalHost modal;

    /// @param modal where the dialogs are shown
    public AnomaliesView(AnomaliesViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.modal = modal;
        this.detail = new AnomalyDetail(model, shell, modal);
        root.getStyleClass().addAll("panel", "anomalies");
        AnomalyList list = new AnomalyList(model);
        list.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(440)
                        .otherwise(Bindings.when(root.widthProperty().lessThan(1160))
                                .then(340)
                                .otherwise(392)));
        list.maxWidthProperty().bind(list.minWidthProperty());
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMinWidth(0);
        StatePane pane =
                new StatePane(new HBox(16, list, detail), StatePane.blocks(420, 200, 60), model.stateProperty());
        VBox.setVgrow(pane, Priority.ALWAYS);
        root.getChildren().addAll(head(), pane);
    }

    private HBox head() {
        Button send = Parts.button("Send…", "fth-send", this::send);
        send.setId("anomalies-send");
        Parts.describe(send, "Post to a webhook, or write a file or an e-mail   " + SEND);
        Label answer = Parts.elastic("", "small", "muted");
        answer.textProperty().bind(model.answerProperty());
        HBox head = Parts.row(
                12,
                Parts.label("Anomalies", "page-title"),
                answer,
                Parts.spring(),
                Segments.of(
                        "Sensitivity",
                        List.of(Sensitivity.values()),
                        value -> Words.capital(value.name().toLowerCase(Locale.ROOT)),
                        model.sensitivityProperty()),
                Parts.label("sensitivity", "small", "muted"),
                send);
        head.getStyleClass().add("page-head");
        return head;
    }

    private void send() {
        SendDialog dialog = new SendDialog(model.sending(), modal::hide);
        modal.show(dialog);
        Platform.runLater(dialog::begin);
    }

    @Override
    public PanelId id() {
        return PanelId.ANOMALIES;
    }

    @Override
    public List<Command> commands() {
        return Stream.concat(
                        detail.bar().commands().stream(),
                        Stream.of(new Command(
                                Command.Kind.ACTION, "Send anomalies", "Anomalies", "fth-send", SEND, this::send)))
                .toList();
    }

    @Override
    public Region root() {
        return root;
    }
}
