package dev.headroom.storage.ingest;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.ingest.RowAccount.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Puts the rows of an inventory file together, one server from the rows with its id. What the file says of a
/// server replaces what was kept of it.
final class ServerRows {
    private final IngestStore.FileSession session;
    private final RowAccount account;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    ServerRows(IngestStore.FileSession session, RowAccount account) {
        this.session = session;
        this.account = account;
    }

    private static final class Entry {
        private final TreeMap<Instant, String> spans = new TreeMap<>();
        private final Map<Instant, Long> lines = new LinkedHashMap<>();
        private Server latest;
        private long rows;

        Entry(Server first) {
            latest = first;
        }
    }

    void add(long line, Server server) {
        Entry entry = entries.computeIfAbsent(server.id(), _ -> new Entry(server));
        for (InstanceSpan span : server.spans()) {
            String known = entry.spans.get(span.from());
            if (known != null && !known.equals(span.instanceType())) {
                long first = Objects.requireNonNull(entry.lines.get(span.from()), "line");
                account.reject(
                        line,
                        "instance_type",
                        span.instanceType(),
                        "Duplicate of row " + first + " with another value.");
                account.count(Outcome.REJECTED);
                return;
            }
            entry.spans.put(span.from(), span.instanceType());
            entry.lines.putIfAbsent(span.from(), line);
            if (span.from().isAfter(Instant.EPOCH)) {
                account.at(span.from());
            }
        }
        entry.latest = server;
        entry.rows++;
    }

    void flush() {
        for (Entry entry : entries.values()) {
            List<InstanceSpan> spans = entry.spans.entrySet().stream()
                    .map(span -> new InstanceSpan(span.getKey(), span.getValue()))
                    .toList();
            Server last = entry.latest;
            Server server = new Server(
                    last.id(),
                    last.name(),
                    last.provider(),
                    last.account(),
                    last.region(),
                    last.environment(),
                    last.archetype(),
                    spans,
                    last.tags());
            boolean known = session.server(server.id()).filter(server::equals).isPresent();
            if (!known) {
                session.put(server);
            }
            for (long row = 0; row < entry.rows; row++) {
                account.count(known ? Outcome.DUPLICATE : Outcome.ACCEPTED);
            }
        }
        entries.clear();
    }
}
