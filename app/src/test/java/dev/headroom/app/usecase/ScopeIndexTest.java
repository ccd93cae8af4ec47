package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.fleet.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeIndexTest {
    private static final Server WEB = server("web-1", "prod", Map.of("team", "shop"));
    private static final Server DATABASE = server("db-1", "test", Map.of());
    private final ScopeIndex index = new ScopeIndex(
            List.of(WEB, DATABASE),
            List.of(
                    new ScopeIndex.Place("AWS", "prod", "EC2", "web-1", Map.of()),
                    new ScopeIndex.Place("AWS", "test", "RDS", "db-1", Map.of()),
                    new ScopeIndex.Place("AWS", "prod", "Support", "", Map.of()),
                    new ScopeIndex.Place("Azure", "sub", "VM", "vm-1", Map.of("team", "pay"))));

    private static Server server(String id, String account, Map<String, String> tags) {
        return new Server(id, id, "AWS", account, "eu", "", "web", List.of(), tags);
    }

    @Test
    void eachLevelListsWhatLiesInsideTheOneAbove() {
        assertThat(index.providers()).containsExactly("AWS", "Azure");
        assertThat(index.accounts(Scope.ALL.withProvider("AWS"))).containsExactly("prod", "test");
        assertThat(index.services(Scope.ALL.withAccount("prod"))).containsExactly("EC2", "Support");
        assertThat(index.tags(Scope.ALL))
                .containsExactly(new Scope.Slice.Tag("team", "pay"), new Scope.Slice.Tag("team", "shop"));
        assertThat(index.resources(Scope.ALL.withSlice(new Scope.Slice.Service("EC2"))))
                .containsExactly("web-1");
    }

    @Test
    void theBillsTellWhichServersBelongToAService() {
        Scope database = Scope.ALL.withSlice(new Scope.Slice.Service("RDS"));
        assertThat(index.covers(database, DATABASE)).isTrue();
        assertThat(index.covers(database, WEB)).isFalse();
        assertThat(ScopeIndex.empty().covers(database, DATABASE)).isFalse();
    }

    @Test
    void aTagCoversOnlyTheServersThatCarryIt() {
        Scope shop = Scope.ALL.withSlice(new Scope.Slice.Tag("team", "shop"));
        assertThat(index.covers(shop, WEB)).isTrue();
        assertThat(index.covers(shop, DATABASE)).isFalse();
    }
}
