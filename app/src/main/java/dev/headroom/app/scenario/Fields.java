package dev.headroom.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The fields of one JSON object, each asked for once; what nobody asked for is refused at the end.
final class Fields {
    private final JsonNode node;
    private final String place;
    private final Set<String> known = new LinkedHashSet<>();

    /// @param place where the object stands, such as `events[2]`; empty for the whole file
    Fields(JsonNode node, String place) throws ScenarioFormatException {
        this.node = node;
        this.place = place;
        if (!node.isObject()) {
            throw new ScenarioFormatException(
                    ScenarioFormatException.Reason.FIELD,
                    (place.isEmpty() ? "The file" : place) + " must be an object with named fields, in { }.");
        }
    }

    ScenarioFormatException refused(String field, String why) {
        return new ScenarioFormatException(ScenarioFormatException.Reason.FIELD, path(field) + " " + why);
    }

    String path(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    /// Empty when the field is missing or null.
    Optional<JsonNode> find(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    JsonNode need(String field, String what) throws ScenarioFormatException {
        return find(field).orElseThrow(() -> refused(field, "is missing: " + what + "."));
    }

    String text(String field, String otherwise) throws ScenarioFormatException {
        Optional<JsonNode> value = find(field);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().isTextual()) {
            throw refused(field, "(" + value.get() + ") must be a text in quotes.");
        }
        return value.get().textValue();
    }

    String needText(String field, String what) throws ScenarioFormatException {
        need(field, what);
        String text = text(field, "");
        if (text.isBlank()) {
            throw refused(field, "is empty: " + what + ".");
        }
        return text;
    }

    double needNumber(String field, String what) throws ScenarioFormatException {
        need(field, what);
        return number(field).orElseThrow();
    }

    OptionalDouble number(String field) throws ScenarioFormatException {
        Optional<JsonNode> value = find(field);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!value.get().isNumber()) {
            throw refused(field, "(" + value.get() + ") must be a number without quotes, such as 20.");
        }
        return OptionalDouble.of(value.get().doubleValue());
    }

    int whole(String field, int otherwise) throws ScenarioFormatException {
        Optional<JsonNode> value = find(field);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().isInt()) {
            throw refused(field, "(" + value.get() + ") must be a whole number.");
        }
        return value.get().intValue();
    }

    boolean flag(String field, boolean otherwise) throws ScenarioFormatException {
        Optional<JsonNode> value = find(field);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw refused(field, "(" + value.get() + ") must be true or false.");
        }
        return value.map(JsonNode::booleanValue).orElse(otherwise);
    }

    LocalDate needDay(String field, String what) throws ScenarioFormatException {
        need(field, what);
        return day(field).orElseThrow();
    }

    Optional<LocalDate> day(String field) throws ScenarioFormatException {
        String text = text(field, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw refused(field, "(" + text + ") must be a day such as 2027-03-01.");
        }
    }

    List<String> texts(String field) throws ScenarioFormatException {
        Optional<JsonNode> value = find(field);
        List<String> texts = new ArrayList<>();
        if (value.isPresent()) {
            if (!value.get().isArray()) {
                throw refused(field, "(" + value.get() + ") must be a list of texts, in [ ].");
            }
            for (JsonNode one : value.get()) {
                if (!one.isTextual()) {
                    throw refused(field, "holds " + one + "; each must be a text in quotes.");
                }
                texts.add(one.textValue());
            }
        }
        return texts;
    }

    /// Money: `{"amount": "9.50", "currency": "USD"}`.
    Optional<Money> money(String field) throws ScenarioFormatException {
        Optional<JsonNode> value = find(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Fields money = new Fields(value.get(), path(field));
        String amount = money.needText("amount", "a decimal in quotes such as \"9.50\"");
        String currency = money.needText("currency", "a code such as \"USD\"");
        money.end();
        try {
            return Optional.of(new Money(new BigDecimal(amount), new CurrencyCode(currency)));
        } catch (NumberFormatException e) {
            throw money.refused("amount", "(" + amount + ") must be a decimal such as \"9.50\".");
        } catch (IllegalArgumentException e) {
            throw money.refused("currency", "(" + currency + ") must be a code such as \"USD\".");
        }
    }

    Money needMoney(String field, String what) throws ScenarioFormatException {
        need(field, what);
        return money(field).orElseThrow();
    }

    /// Refuses what nobody asked for.
    void end() throws ScenarioFormatException {
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!known.contains(name)) {
                throw refused(name, "is not known here; it can be one of " + String.join(", ", known) + ".");
            }
        }
    }
}
