package dev.headroom.app.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.Provenance;
import dev.headroom.engine.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Scenarios as JSON text, format 1: `docs/scenarios.md` describes every field. What is not known is refused, so that a
/// slip of the pen never changes a result in silence.
public final class ScenarioJson {
    /// The field that says what the file is, and in which version of the format.
    static final String FORMAT = "headroom-scenario";

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ScenarioJson() {}

    /// @throws ScenarioFormatException with the field that is wrong and what to do
    public static Scenario read(String text) throws ScenarioFormatException {
        JsonNode tree = tree(text);
        if (!tree.isObject() || !tree.has(FORMAT)) {
            throw new ScenarioFormatException(
                    ScenarioFormatException.Reason.NO_SCENARIO,
                    "It is JSON, but no scenario: it must begin with \"" + FORMAT + "\": 1.");
        }
        Fields fields = new Fields(tree, "");
        int version = fields.whole(FORMAT, 0);
        if (version > VERSION) {
            throw new ScenarioFormatException(
                    ScenarioFormatException.Reason.NEWER,
                    "It has format " + version + " and this version of Headroom knows format " + VERSION
                            + "; open it with a newer one.");
        }
        if (version < 1) {
            throw fields.refused(FORMAT, "(" + version + ") must be " + VERSION + ".");
        }
        Scenario scenario = scenario(fields);
        fields.end();
        return scenario;
    }

    private static JsonNode tree(String text) throws ScenarioFormatException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw new ScenarioFormatException(
                    ScenarioFormatException.Reason.NO_SCENARIO,
                    "It is not JSON" + where + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse("") + ".");
        }
    }

    private static Scenario scenario(Fields fields) throws ScenarioFormatException {
        String name = fields.needText("name", "what people call the scenario");
        int version = fields.whole("version", 0);
        if (version < 0) {
            throw fields.refused("version", "(" + version + ") must be 0 or more.");
        }
        Optional<JsonNode> scope = fields.find("scope");
        EventScope view = scope.isEmpty() ? EventScope.ALL : ScopeJson.read(scope.get(), "scope");
        Optional<JsonNode> provenance = fields.find("provenance");
        Optional<Provenance> data = provenance.isEmpty() ? Optional.empty() : Optional.of(provenance(provenance.get()));
        JsonNode list = fields.need("events", "the list of dated events, [] when there is none");
        if (!list.isArray()) {
            throw fields.refused("events", "must be a list, in [ ].");
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            events.add(EventJson.read(list.get(i), "events[" + i + "]"));
        }
        return new Scenario(name, version, view, data, events);
    }

    private static Provenance provenance(JsonNode node) throws ScenarioFormatException {
        Fields fields = new Fields(node, "provenance");
        LocalDate asOf = fields.needDay("as_of", "the last day of the data");
        String model = fields.needText("model", "the models of the baseline");
        long seed = (long) fields.needNumber("seed", "a whole number");
        String baseline = fields.needText("baseline", "the hash of the baseline");
        fields.end();
        return new Provenance(asOf, model, seed, baseline);
    }

    /// The same text for the same scenario.
    public static String write(Scenario scenario) {
        ObjectNode node = JSON.createObjectNode()
                .put(FORMAT, VERSION)
                .put("name", scenario.name())
                .put("version", scenario.version());
        if (!scenario.view().isAll()) {
            node.set("scope", ScopeJson.write(scenario.view()));
        }
        scenario.provenance()
                .ifPresent(data -> node.putObject("provenance")
                        .put("as_of", data.asOf().toString())
                        .put("model", data.model())
                        .put("seed", data.seed())
                        .put("baseline", data.baseline()));
        ArrayNode events = node.putArray("events");
        scenario.events().forEach(event -> events.add(EventJson.write(event)));
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
