package dev.headroom.engine.scenario;

import java.util.Objects;

/// What has to be known about an event of a scenario, such as a price that is not in the list.
///
/// @param words a sentence
public record Note(Event event, String words) {
    public Note {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(words, "words");
    }
}
