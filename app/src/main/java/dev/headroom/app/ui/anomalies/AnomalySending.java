package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.SendAlerts;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.Webhook;
import dev.headroom.app.usecase.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is sent of the anomalies on the list, over which way and where to. The address of a webhook is held while the
/// dialog is open, and nowhere else.
public final class AnomalySending {
    /// Over which way.
    public enum Way {
        WEBHOOK("Webhook", "Post"),
        JSON("JSON file", "Write the file…"),
        MAIL("E-mail file", "Write the e-mail…");

        private final String label;
        private final String action;

        Way(String label, String action) {
            this.label = label;
            this.action = action;
        }

        public String label() {
            return label;
        }

        /// What the button says.
        public String action() {
            return action;
        }

        SendAlerts.Kind kind() {
            return this == MAIL ? SendAlerts.Kind.MAIL : SendAlerts.Kind.WEBHOOK;
        }
    }

    private static final String FROM = "headroom@localhost";
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final AnomalyWords words;
    private final List<AnomalyRow> listed;
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.WEBHOOK);
    private final StringProperty address = new SimpleStringProperty("");

    /// @param listed the rows of which the open ones are sent
    AnomalySending(FleetModel fleet, ShellViewModel shell, AnomalyWords words, List<AnomalyRow> listed) {
        this.fleet = fleet;
        this.shell = shell;
        this.words = words;
        this.listed = List.copyOf(listed);
    }

    public ObjectProperty<Way> wayProperty() {
        return way;
    }

    /// Of the webhook, or of the receiver of the e-mail.
    public StringProperty addressProperty() {
        return address;
    }

    /// What would be sent: open and not sent over this way before.
    public List<FoundAnomaly> fresh() {
        return fleet.watch()
                .property()
                .get()
                .known()
                .map(all -> SendAlerts.fresh(
                        all,
                        listed.stream().map(AnomalyRow::anomaly).toList(),
                        way.get().kind()))
                .orElse(List.of());
    }

    /// What would be sent, in lines of the names that are shown.
    public List<String> lines(int most) {
        List<FoundAnomaly> fresh = fresh();
        List<String> lines = new ArrayList<>(fresh.stream()
                .limit(fresh.size() > most ? most - 1 : most)
                .map(anomaly -> Words.capital(anomaly.urgency().word()) + ": " + words.whole(anomaly.subject()) + ", "
                        + words.when(anomaly))
                .toList());
        if (fresh.size() > most) {
            lines.add("and " + (fresh.size() - most + 1) + " more");
        }
        return lines;
    }

    /// Where it goes, in a sentence.
    public String destination() {
        String what = fresh().size() + (fresh().size() == 1 ? " anomaly" : " anomalies");
        return switch (way.get()) {
            case WEBHOOK ->
                what + (place().isEmpty() ? " would leave" : " leave")
                        + " this computer"
                        + (place().isEmpty() ? "." : " for " + place() + ".")
                        + " Real names are sent, and the address is not kept.";
            case JSON -> what + " are written to a file, as a webhook would get them; nothing is noted as sent.";
            case MAIL -> what + " are written to a file with an e-mail; it is sent by who opens it.";
        };
    }

    private String place() {
        try {
            return Webhook.at(address.get()).place();
        } catch (UseCaseException notYet) {
            return "";
        }
    }

    /// Why it cannot be sent yet; empty when it can.
    public Optional<String> problem() {
        if (fresh().isEmpty()) {
            return Optional.of("Everything on the list was sent over this way before, or is not open.");
        }
        return switch (way.get()) {
            case WEBHOOK ->
                place().isEmpty()
                        ? Optional.of(
                                "Paste the address of the webhook, which begins with https://, or name a secret of AWS that holds it:"
                                        + " aws-secret:NAME.")
                        : Optional.empty();
            case JSON -> Optional.empty();
            case MAIL ->
                address.get().contains("@")
                        ? Optional.empty()
                        : Optional.of("Say who receives it, such as name@example.org.");
        };
    }

    /// The name that the file has unless another is chosen; empty when none is written.
    public Optional<String> fileName() {
        return switch (way.get()) {
            case WEBHOOK -> Optional.empty();
            case JSON -> Optional.of("anomalies.json");
            case MAIL -> Optional.of("anomalies.eml");
        };
    }

    /// Posts to the webhook.
    public void post() {
        try {
            send(new SendAlerts.Channel.Post(Webhook.at(address.get())), "to " + place());
        } catch (UseCaseException wrong) {
            shell.notify(Notice.bad("Not sent", wrong.getMessage() + " (" + wrong.code() + ")"));
        }
    }

    /// Writes the file.
    public void write(Path file) {
        SendAlerts.Channel channel = way.get() == Way.MAIL
                ? new SendAlerts.Channel.Mail(file, FROM, address.get().strip())
                : new SendAlerts.Channel.Preview(file);
        send(channel, "to " + file);
    }

    private void send(SendAlerts.Channel channel, String where) {
        fleet.watch()
                .send(
                        fresh(),
                        channel,
                        sent -> shell.notify(Notice.good(
                                channel instanceof SendAlerts.Channel.Post ? "Sent" : "Written",
                                sent.size() + (sent.size() == 1 ? " anomaly " : " anomalies ") + where)),
                        failure ->
                                shell.notify(Notice.bad("Not sent", failure.message() + " (" + failure.code() + ")")));
    }
}
