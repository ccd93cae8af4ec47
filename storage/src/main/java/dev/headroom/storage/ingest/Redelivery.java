package dev.headroom.storage.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What to do when a file tells a bill anew that is kept already.
public enum Redelivery {
    /// A restated bill replaces the version before; other parts of a bill are added to it.
    AUTOMATIC("auto"),
    /// The file is the whole bill: it replaces what earlier imports brought, also when rows are gone.
    REPLACE("replace"),
    /// The file is another part of the bill.
    ADD("add");

    private final String code;

    Redelivery(String code) {
        this.code = code;
    }

    /// The word for it on the command line.
    public String code() {
        return code;
    }

    public static Optional<Redelivery> ofCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
