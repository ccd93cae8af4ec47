package dev.headroom.app.cli;

import dev.headroom.engine.model.catalog.ModelCatalog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The names of the models, for help and completion.
final class ModelNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return ModelCatalog.NAMES.iterator();
    }

    /// Models that were separated at every comma, with the commas within brackets put back.
    static List<String> joined(List<String> parts) {
        List<String> models = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String part : parts) {
            open.append(open.isEmpty() ? "" : ",").append(part);
            if (open.indexOf("(") < 0 || part.endsWith(")")) {
                models.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            models.add(open.toString());
        }
        return List.copyOf(models);
    }
}
