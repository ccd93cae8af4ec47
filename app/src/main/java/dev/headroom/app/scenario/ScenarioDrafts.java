package dev.headroom.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Events as fields of text, to be typed: the fields of scenario files, money as amount and currency in one
/// text, lists with semicolons. What is refused is refused as in a file.
public final class ScenarioDrafts {
    private static final Set<String> NUMBERS =
            Set.of("percent", "points", "share_percent", "discount_percent", "cost_percent", "months");
    private static final Set<String> MONEY = Set.of("per_hour", "cost_per_day");
    private static final Set<String> LISTS = Set.of("off", "metrics");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "growth", List.of("percent", "pace", "from", "until", "cost_percent"),
            "launch", List.of("points", "percent", "cost_per_day", "from", "until"),
            "migration", List.of("share_percent", "from", "until"),
            "resize", List.of("type", "from", "until"),
            "schedule", List.of("off", "zone", "from", "until"),
            "price", List.of("percent", "per_hour", "from", "until"),
            "commitment", List.of("per_hour", "discount_percent", "months", "from"),
            "decommission", List.of("from"));

    private ScenarioDrafts() {}

    /// Such as `growth`.
    public static String kind(Event event) {
        return EventJson.write(event).get("kind").textValue();
    }

    /// The fields of the kind of an event with their texts; empty where nothing is said.
    public static Map<String, String> fields(Event event) {
        ObjectNode node = EventJson.write(event);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", event.name());
        for (String field : FIELDS.getOrDefault(kind(event), List.of())) {
            fields.put(field, text(node.get(field)));
        }
        return fields;
    }

    private static String text(@Nullable JsonNode node) {
        if (node == null) {
            return "";
        }
        if (node.isObject()) {
            return node.get("amount").textValue() + " " + node.get("currency").textValue();
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder();
            node.forEach(one -> text.append(text.isEmpty() ? "" : "; ").append(one.textValue()));
            return text.toString();
        }
        return node.asText();
    }

    /// @throws ScenarioFormatException with the field that is wrong and what to do
    public static Event event(String kind, Map<String, String> typed, EventScope scope, Event.Standing standing)
            throws ScenarioFormatException {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", kind);
        typed.forEach((field, text) -> {
            String clean = text.strip();
            if (!clean.isEmpty()) {
                put(node, field, clean);
            }
        });
        if (!scope.isAll()) {
            node.set("scope", ScopeJson.write(scope));
        }
        try {
            return EventJson.read(node, "").switched(standing);
        } catch (ScenarioFormatException e) {
            String words = String.valueOf(e.getMessage()).strip();
            throw new ScenarioFormatException(
                    e.reason(), words.startsWith("is refused: ") ? words.substring("is refused: ".length()) : words);
        }
    }

    private static void put(ObjectNode node, String field, String text) {
        if (NUMBERS.contains(field)) {
            try {
                BigDecimal number =
                        new BigDecimal(text.replace("%", "").replace("+", "").strip());
                if (field.equals("months")) {
                    node.put(field, number.intValueExact());
                } else {
                    node.put(field, number);
                }
            } catch (ArithmeticException | NumberFormatException e) {
                node.put(field, text);
            }
        } else if (MONEY.contains(field)) {
            int space = text.indexOf(' ');
            node.putObject(field)
                    .put("amount", space < 0 ? text : text.substring(0, space))
                    .put(
                            "currency",
                            space < 0 ? "USD" : text.substring(space + 1).strip());
        } else if (LISTS.contains(field)) {
            var list = node.putArray(field);
            for (String one : text.split(";")) {
                list.add(one.strip());
            }
        } else {
            node.put(field, text);
        }
    }
}
