package dev.headroom.app.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Density;
import dev.headroom.app.ui.part.TableLayout;
import dev.headroom.app.ui.theme.Theme;
import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.cost.CostBasis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The settings of the window as JSON. What is missing or not understood is as at the first start.
final class SettingsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsJson() {}

    static ObjectNode write(WindowSettings settings) {
        ObjectNode node = JSON.createObjectNode()
                .put("theme", settings.theme().code())
                .put("width", settings.width())
                .put("height", settings.height())
                .put("maximized", settings.maximized())
                .put("collapsed", settings.collapsed())
                .put("panel", settings.panel().name())
                .put("workspace", settings.workspace())
                .put("selection", settings.focus().selection())
                .put("costBasis", settings.focus().basis().name())
                .put("density", settings.tables().density().name())
                .put("pseudonyms", settings.sharing().pseudonyms())
                .put("exportFolder", settings.sharing().folder());
        node.set("scope", scope(settings.focus().scope()));
        ObjectNode tables = node.putObject("tables");
        new TreeMap<>(settings.tables().layouts()).forEach((name, layout) -> tables.set(name, layout(layout)));
        return node;
    }

    private static ObjectNode scope(Scope scope) {
        ObjectNode node =
                JSON.createObjectNode().put("provider", scope.provider()).put("account", scope.account());
        switch (scope.slice()) {
            case Scope.Slice.All() -> {}
            case Scope.Slice.Service(String name) -> node.put("service", name);
            case Scope.Slice.Tag(String key, String value) ->
                node.put("tag", key).put("tagValue", value);
        }
        return node.put("resource", scope.resource());
    }

    private static ObjectNode layout(TableLayout layout) {
        ObjectNode node = JSON.createObjectNode().put("sorted", layout.sorted()).put("descending", layout.descending());
        ArrayNode order = node.putArray("order");
        layout.order().forEach(order::add);
        ObjectNode widths = node.putObject("widths");
        new TreeMap<>(layout.widths()).forEach(widths::put);
        return node;
    }

    static WindowSettings read(JsonNode node) {
        WindowSettings first = WindowSettings.first();
        return new WindowSettings(
                Theme.ofCode(node.path("theme").asText(first.theme().code())),
                node.path("width").asDouble(first.width()),
                node.path("height").asDouble(first.height()),
                node.path("maximized").asBoolean(first.maximized()),
                node.path("collapsed").asBoolean(first.collapsed()),
                PanelId.ofName(node.path("panel").asText("")).orElse(first.panel()),
                node.path("workspace").asText(""),
                new WindowSettings.Focus(
                        readScope(node.path("scope")),
                        node.path("selection").asText(""),
                        named(CostBasis.values(), node.path("costBasis"), CostBasis.EFFECTIVE)),
                new WindowSettings.Tables(
                        named(Density.values(), node.path("density"), Density.COMFORTABLE),
                        readLayouts(node.path("tables"))),
                new WindowSettings.Sharing(
                        node.path("pseudonyms").asBoolean(false),
                        node.path("exportFolder").asText("")));
    }

    private static <E extends Enum<E>> E named(E[] values, JsonNode node, E otherwise) {
        for (E value : values) {
            if (value.name().equals(node.asText(""))) {
                return value;
            }
        }
        return otherwise;
    }

    private static Scope readScope(JsonNode node) {
        Scope.Slice slice = new Scope.Slice.All();
        if (node.has("service")) {
            slice = new Scope.Slice.Service(node.path("service").asText());
        } else if (node.has("tag")) {
            slice = new Scope.Slice.Tag(
                    node.path("tag").asText(), node.path("tagValue").asText(""));
        }
        return new Scope(
                node.path("provider").asText(""),
                node.path("account").asText(""),
                slice,
                node.path("resource").asText(""));
    }

    private static Map<String, TableLayout> readLayouts(JsonNode node) {
        Map<String, TableLayout> layouts = new HashMap<>();
        node.properties().forEach(entry -> {
            List<String> order = new ArrayList<>();
            entry.getValue().path("order").forEach(title -> order.add(title.asText()));
            Map<String, Double> widths = new HashMap<>();
            entry.getValue()
                    .path("widths")
                    .properties()
                    .forEach(
                            width -> widths.put(width.getKey(), width.getValue().asDouble()));
            layouts.put(
                    entry.getKey(),
                    new TableLayout(
                            order,
                            widths,
                            entry.getValue().path("sorted").asText(""),
                            entry.getValue().path("descending").asBoolean(false)));
        });
        return layouts;
    }
}
