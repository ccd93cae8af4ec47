package dev.headroom.app.cli;

import dev.headroom.engine.model.catalog.ModelCatalog;
import java.util.Iterator;

/// The names of the models, for help and completion.
final class ModelNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return ModelCatalog.NAMES.iterator();
    }
}
