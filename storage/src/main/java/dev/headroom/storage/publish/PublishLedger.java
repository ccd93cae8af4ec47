package dev.headroom.storage.publish;

import dev.headroom.storage.cache.PullLedger;
import dev.headroom.storage.ingest.Cover;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was written to AWS, so that only what changed is written again.
public final class PublishLedger {
    private final PullLedger ledger;

    public PublishLedger(PullLedger ledger) {
        this.ledger = ledger;
    }

    private static String place(Publication what) {
        return "published/" + what.word();
    }

    /// The hashes of what was written, by address.
    Map<String, String> hashes() {
        Map<String, String> hashes = new HashMap<>();
        for (String subject : ledger.covers(place(Publication.SERIES)).keySet()) {
            int end = subject.lastIndexOf(' ');
            hashes.put(subject.substring(0, end), subject.substring(end + 1));
        }
        return hashes;
    }

    void written(String address, String hash, Instant now) {
        ledger.replace(address + " ", List.of(new Cover(place(Publication.SERIES), address + " " + hash, now, now)));
    }

    /// Up to when scores were written to a namespace; empty when none were.
    public Optional<Instant> scoresUntil(String namespace) {
        return Optional.ofNullable(ledger.covers(place(Publication.METRICS)).get(namespace))
                .map(Cover::until);
    }

    public void scoresWritten(String namespace, Instant until) {
        ledger.replace(namespace, List.of(new Cover(place(Publication.METRICS), namespace, until, until)));
    }

    void forget(Publication what) {
        ledger.forget(place(what));
    }
}
