package dev.headroom.storage.source.opencost;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceException;

/// The currency of allocations: OpenCost does not write one, so it is told and never guessed.
final class Currencies {
    private Currencies() {}

    static CurrencyCode told(ImportOptions options) throws SourceException {
        return options.currency()
                .orElseThrow(() -> new SourceException(
                        ErrorCode.FILE_NOT_TOLD,
                        "OpenCost does not write in which currency its amounts are; import the file with --currency"
                                + " USD, or the currency that it is set to."));
    }
}
