package dev.headroom.storage.source.aws.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// Writes the types of the SDK as a service answers.
final class PojoWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PojoWriter() {}

    /// The elements of the members, without one around them.
    static String xml(SdkPojo pojo) {
        StringBuilder out = new StringBuilder();
        members(pojo, out);
        return out.toString();
    }

    private static void members(SdkPojo pojo, StringBuilder out) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                element(field.unmarshallLocationName(), value, field, out);
            }
        }
    }

    private static void element(String name, Object value, SdkField<?> field, StringBuilder out) {
        if (value instanceof List<?> list) {
            ListTrait trait = field.getRequiredTrait(ListTrait.class);
            SdkField<?> member = trait.memberFieldInfo();
            String inside = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
            if (trait.isFlattened()) {
                list.forEach(one -> element(name, one, member, out));
            } else if (!list.isEmpty()) {
                out.append('<').append(name).append('>');
                list.forEach(one -> element(inside, one, member, out));
                out.append("</").append(name).append('>');
            }
            return;
        }
        out.append('<').append(name).append('>');
        if (value instanceof SdkPojo inner) {
            members(inner, out);
        } else {
            out.append(escaped(value.toString()));
        }
        out.append("</").append(name).append('>');
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String json(SdkPojo pojo) throws com.fasterxml.jackson.core.JsonProcessingException {
        return MAPPER.writeValueAsString(node(pojo));
    }

    private static ObjectNode node(SdkPojo pojo) {
        ObjectNode node = NODES.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !isAbsent(value)) {
                node.set(field.locationName(), node(value, field));
            }
        }
        return node;
    }

    /// Lists and maps that were never set read as empty ones.
    private static boolean isAbsent(Object value) {
        return value instanceof SdkAutoConstructList<?> || value instanceof SdkAutoConstructMap<?, ?>;
    }

    private static JsonNode node(@Nullable Object value, @Nullable SdkField<?> field) {
        return switch (value) {
            case null -> NODES.nullNode();
            case SdkPojo pojo -> node(pojo);
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                SdkField<?> member = Objects.requireNonNull(field)
                        .getRequiredTrait(ListTrait.class)
                        .memberFieldInfo();
                list.forEach(one -> array.add(node(one, member)));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                SdkField<?> member = Objects.requireNonNull(field)
                        .getRequiredTrait(MapTrait.class)
                        .valueFieldInfo();
                map.forEach((key, one) -> object.set(key.toString(), node(one, member)));
                yield object;
            }
            case Instant at -> NODES.numberNode(BigDecimal.valueOf(at.toEpochMilli(), 3));
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Float number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            default -> NODES.textNode(value.toString());
        };
    }
}
