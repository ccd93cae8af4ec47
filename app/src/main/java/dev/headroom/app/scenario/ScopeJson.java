package dev.headroom.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.engine.scenario.EventScope;
import java.util.Map;
import java.util.Optional;

/// Scopes as JSON: `{"account": "prod-eu", "tag": {"environment": "staging"}}`; what is not named is not narrowed.
final class ScopeJson {
    private ScopeJson() {}

    static EventScope read(JsonNode node, String place) throws ScenarioFormatException {
        Fields fields = new Fields(node, place);
        String provider = fields.text("provider", "");
        String account = fields.text("account", "");
        String service = fields.text("service", "");
        String resource = fields.text("resource", "");
        Optional<JsonNode> tag = fields.find("tag");
        String key = "";
        String value = "";
        if (tag.isPresent()) {
            if (!tag.get().isObject()
                    || tag.get().size() != 1
                    || !tag.get().elements().next().isTextual()) {
                throw fields.refused("tag", "must name one tag, such as {\"environment\": \"staging\"}.");
            }
            Map.Entry<String, JsonNode> only = tag.get().properties().iterator().next();
            key = only.getKey();
            value = only.getValue().textValue();
        }
        fields.end();
        if (key.isEmpty() && tag.isPresent()) {
            throw fields.refused("tag", "must have a name.");
        }
        return new EventScope(provider, account, service, key, value, resource);
    }

    static ObjectNode write(EventScope scope) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "provider", scope.provider());
        put(node, "account", scope.account());
        put(node, "service", scope.service());
        if (!scope.tagKey().isEmpty()) {
            node.putObject("tag").put(scope.tagKey(), scope.tagValue());
        }
        put(node, "resource", scope.resource());
        return node;
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }
}
