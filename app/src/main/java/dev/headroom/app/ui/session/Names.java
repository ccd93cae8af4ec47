package dev.headroom.app.ui.session;

import dev.headroom.engine.fleet.Server;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Under which names accounts and hosts are shown: their own, or pseudonyms such as `database-017` and `account-2`.
///
/// Pseudonyms are the same for one workspace each time. A host keeps its pseudonym when others are added, unless both
/// draw the same number.
public final class Names {
    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();

    private Names() {}

    /// Everything under its own name.
    public static Names real(List<Server> servers) {
        Names names = new Names();
        servers.forEach(server -> names.hosts.put(server.id(), server.name()));
        return names;
    }

    /// Invented names, the same for the same seed.
    public static Names pseudonyms(List<Server> servers, long seed) {
        Names names = new Names();
        List<String> accounts = servers.stream()
                .map(Server::account)
                .filter(account -> !account.isEmpty())
                .distinct()
                .sorted(Comparator.comparingLong((String account) -> draw(seed, account))
                        .thenComparing(account -> account))
                .toList();
        for (int i = 0; i < accounts.size(); i++) {
            names.accounts.put(accounts.get(i), "account-" + (i + 1));
        }
        int room = 1000;
        while (room < 2 * servers.size()) {
            room *= 10;
        }
        boolean[] taken = new boolean[room];
        for (Server server :
                servers.stream().sorted(Comparator.comparing(Server::id)).toList()) {
            int number = (int) Long.remainderUnsigned(draw(seed, server.id()), room);
            while (taken[number]) {
                number = (number + 1) % room;
            }
            taken[number] = true;
            String kind = server.archetype().isEmpty() ? "host" : server.archetype();
            names.hosts.put(server.id(), String.format(Locale.ROOT, "%s-%03d", kind, number));
        }
        return names;
    }

    private static long draw(long seed, String text) {
        return new SplittableRandom(seed * 31 + text.hashCode()).nextLong();
    }

    public String account(String account) {
        return accounts.getOrDefault(account, account);
    }

    /// @param id the id of a resource
    public String resource(String id) {
        return hosts.getOrDefault(id, id);
    }

    /// The server as it is shown; its id stays.
    public Server of(Server server) {
        return new Server(
                server.id(),
                resource(server.id()),
                server.provider(),
                account(server.account()),
                server.region(),
                server.environment(),
                server.archetype(),
                server.spans(),
                server.tags());
    }
}
