package dev.headroom.storage.source.aws.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/// Reads requests off the wire into the types of the SDK; a member that the type does not have is refused.
final class PojoReader {
    private final Map<String, String> form;
    private final Protocol protocol;
    private final Set<String> read = new TreeSet<>();

    private PojoReader(Map<String, String> form, Protocol protocol) {
        this.form = form;
        this.protocol = protocol;
    }

    /// Of a form, as Query and EC2 send it.
    static SdkPojo ofForm(Map<String, String> form, Protocol protocol, Supplier<SdkPojo> type) throws Fault {
        PojoReader reader = new PojoReader(form, protocol);
        SdkPojo result = reader.pojo("", type);
        for (String name : form.keySet()) {
            if (!reader.read.contains(name) && !name.equals("Action") && !name.equals("Version")) {
                throw Fault.unknown("Unknown parameter " + name);
            }
        }
        return result;
    }

    private SdkPojo pojo(String prefix, Supplier<SdkPojo> type) throws Fault {
        SdkPojo builder = type.get();
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = value(prefix + field.locationName(), field);
            if (value != null) {
                field.set(builder, value);
            }
        }
        return built(builder);
    }

    private @Nullable Object value(String name, SdkField<?> field) throws Fault {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        if (type == MarshallingKnownType.LIST) {
            return list(name, field.getRequiredTrait(ListTrait.class));
        }
        if (type == MarshallingKnownType.MAP) {
            return map(name, field.getRequiredTrait(MapTrait.class));
        }
        if (type == MarshallingKnownType.SDK_POJO) {
            return starts(name + ".") ? pojo(name + ".", field.constructor()) : null;
        }
        String text = form.get(name);
        if (text == null) {
            return null;
        }
        read.add(name);
        return scalar(type, text);
    }

    private @Nullable List<Object> list(String name, ListTrait trait) throws Fault {
        String member = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
        String inside = trait.isFlattened() || protocol == Protocol.EC2 ? name : name + "." + member;
        List<Object> values = new ArrayList<>();
        for (int i = 1; form.containsKey(inside + "." + i) || starts(inside + "." + i + "."); i++) {
            Object value = value(inside + "." + i, trait.memberFieldInfo());
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : values;
    }

    private @Nullable Map<String, Object> map(String name, MapTrait trait) throws Fault {
        Map<String, Object> values = new LinkedHashMap<>();
        String inside = trait.isFlattened() ? name : name + ".entry";
        for (int i = 1; starts(inside + "." + i + "."); i++) {
            String entry = inside + "." + i + ".";
            Object value = value(entry + trait.valueLocationName(), trait.valueFieldInfo());
            String key = form.get(entry + trait.keyLocationName());
            if (key != null && value != null) {
                read.add(entry + trait.keyLocationName());
                values.put(key, value);
            }
        }
        return values.isEmpty() ? null : values;
    }

    private boolean starts(String prefix) {
        return form.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /// Of a document.
    static SdkPojo ofJson(JsonNode node, Supplier<SdkPojo> type) throws Fault {
        SdkPojo builder = type.get();
        Map<String, SdkField<?>> fields = new LinkedHashMap<>();
        builder.sdkFields().forEach(field -> fields.put(field.locationName(), field));
        for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = it.next();
            SdkField<?> field = fields.get(entry.getKey());
            if (field == null) {
                throw Fault.unknown("Unknown parameter " + entry.getKey());
            }
            field.set(builder, json(entry.getValue(), field));
        }
        return built(builder);
    }

    private static Object json(JsonNode node, SdkField<?> field) throws Fault {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        switch (type) {
            case LIST -> {
                List<Object> values = new ArrayList<>();
                for (JsonNode one : node) {
                    values.add(json(one, field.getRequiredTrait(ListTrait.class).memberFieldInfo()));
                }
                return values;
            }
            case MAP -> {
                Map<String, Object> values = new LinkedHashMap<>();
                for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
                    Map.Entry<String, JsonNode> one = it.next();
                    values.put(
                            one.getKey(),
                            json(
                                    one.getValue(),
                                    field.getRequiredTrait(MapTrait.class).valueFieldInfo()));
                }
                return values;
            }
            case SDK_POJO -> {
                return ofJson(node, field.constructor());
            }
            case INSTANT -> {
                return Instant.ofEpochMilli(Math.round(node.asDouble() * 1_000));
            }
            default -> {
                return scalar(type, node.asText());
            }
        }
    }

    private static Object scalar(MarshallingKnownType type, String text) throws Fault {
        return switch (type) {
            case STRING -> text;
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case FLOAT -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case BIG_DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case INSTANT -> Instant.parse(text);
            default -> throw Fault.unknown("A member of the type " + type + " is not read.");
        };
    }

    private static SdkPojo built(SdkPojo builder) {
        return builder instanceof Buildable made ? (SdkPojo) made.build() : builder;
    }
}
