package dev.headroom.storage.source.opencost;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.SourceException;

/// The currency of allocations: OpenCost does not write one, so it is told and never guessed.
final class Currencies {
    private Currencies() {}

    static CurrencyCode told(ImportOptions options) throws SourceException {
        return options.currency()
                .orElseThrow(() -> SourceException.notTold(
                        OpenQuestion.currency(),
                        "OpenCost does not write in which currency its amounts are; import the file with --currency"
                                + " USD, or the currency that it is set to."));
    }
}
