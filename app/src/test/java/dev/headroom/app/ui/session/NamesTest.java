package dev.headroom.app.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.InventedFleet;
import dev.headroom.engine.fleet.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    private final List<Server> servers = InventedFleet.servers();

    @Test
    void pseudonymsTellTheKindAndNothingElse() {
        Names names = Names.pseudonyms(servers, 7);
        assertThat(servers)
                .allSatisfy(server -> assertThat(names.resource(server.id())).matches(server.archetype() + "-\\d{3}"))
                .extracting(server -> names.resource(server.id()))
                .doesNotHaveDuplicates();
        assertThat(List.of(names.account("prod-us"), names.account("prod-eu")))
                .containsExactlyInAnyOrder("account-1", "account-2");
    }

    @Test
    void theSameWorkspaceGivesTheSamePseudonymsAndAnotherOneOthers() {
        Names first = Names.pseudonyms(servers, 7);
        assertThat(Names.pseudonyms(servers.reversed(), 7).of(servers.getFirst()))
                .isEqualTo(first.of(servers.getFirst()));
        Names other = Names.pseudonyms(servers, 8);
        assertThat(servers)
                .anySatisfy(
                        server -> assertThat(other.resource(server.id())).isNotEqualTo(first.resource(server.id())));
    }

    @Test
    void mostHostsKeepTheirPseudonymWhenOthersAreAdded() {
        Names before = Names.pseudonyms(servers.subList(0, 30), 7);
        Names after = Names.pseudonyms(servers, 7);
        assertThat(servers.subList(0, 30).stream()
                        .filter(server -> before.resource(server.id()).equals(after.resource(server.id())))
                        .count())
                .isGreaterThanOrEqualTo(28);
    }

    @Test
    void theIdStaysSoThatResultsBelongTogether() {
        Server shown = Names.pseudonyms(servers, 7).of(servers.getFirst());
        assertThat(shown.id()).isEqualTo(servers.getFirst().id());
        assertThat(shown.name()).isNotEqualTo(servers.getFirst().name());
        assertThat(Names.real(servers).of(servers.getFirst())).isEqualTo(servers.getFirst());
    }
}
