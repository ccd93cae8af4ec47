package dev.headroom.app.ui.scenarios;

import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.scenario.EventScope;
import java.util.ArrayList;
import java.util.List;

/// The scopes that an event can be given, and their words.
final class EventPlaces {
    private final FleetModel fleet;

    EventPlaces(FleetModel fleet) {
        this.fleet = fleet;
    }

    /// A scope under the names that are shown.
    String words(EventScope scope) {
        Names names = fleet.namesProperty().get();
        if (!scope.resource().isEmpty()) {
            return names.resource(scope.resource());
        }
        return scope.account().isEmpty()
                        || !scope.tagKey().isEmpty()
                        || !scope.service().isEmpty()
                ? scope.isAll() ? "Everything" : scope.words()
                : names.account(scope.account());
    }

    /// The scopes that an event can be given: the whole, the chosen server, accounts, tags and servers.
    List<EventScope> all() {
        List<EventScope> places = new ArrayList<>();
        places.add(EventScope.ALL);
        fleet.scopesProperty().get().known().ifPresent(index -> {
            Scope all = Scope.ALL;
            index.accounts(all).forEach(account -> places.add(EventScope.account(account)));
            index.tags(all).forEach(tag -> places.add(EventScope.tag(tag.key(), tag.value())));
        });
        fleet.serversProperty().get().known().stream()
                .flatMap(List::stream)
                .map(Server::id)
                .sorted()
                .forEach(id -> places.add(EventScope.resource(id)));
        return places;
    }
}
