package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.charts.data.EventData;
import dev.headroom.engine.fleet.Server;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which server the Forecast panel shows, and what is known about its past.
final class ServerChoice {
    private ServerChoice() {}

    /// Inside the scope: the selected server, else the one that is shown already, else the one that breaches soonest,
    /// else the first.
    static Optional<Server> of(
            List<Server> servers, @Nullable ForecastRequest shown, FleetModel fleet, ShellViewModel shell) {
        List<Server> inside =
                servers.stream().filter(fleet.insideProperty().get()).toList();
        Optional<Server> named = inside.stream()
                .filter(server -> server.id().equals(shell.selectionProperty().get()))
                .findFirst();
        Optional<Server> present = inside.stream()
                .filter(server -> shown != null && shown.key().resource().equals(server.id()))
                .findFirst();
        Optional<Server> soonest = fleet.riskProperty().get().known().stream()
                .flatMap(risk -> risk.soonestFirst().stream())
                .filter(risk -> risk.kind() == shell.metricProperty().get())
                .map(risk -> risk.server())
                .filter(fleet.insideProperty().get())
                .findFirst();
        return named.or(() -> present)
                .or(() -> soonest)
                .or(() -> inside.stream().findFirst());
    }

    /// The days on which the server got another instance type.
    static List<EventData> events(SeriesForecast forecast, FleetModel fleet) {
        return fleet.serversProperty().get().known().stream()
                .flatMap(List::stream)
                .filter(server -> server.id().equals(forecast.request().key().resource()))
                .flatMap(server -> server.spans().stream().skip(1))
                .filter(span -> !span.from().isBefore(forecast.history().grid().start()))
                .map(span -> new EventData(span.from().getEpochSecond(), "Became " + span.instanceType()))
                .toList();
    }
}
