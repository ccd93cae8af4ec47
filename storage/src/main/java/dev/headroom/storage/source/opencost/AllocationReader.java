package dev.headroom.storage.source.opencost;

import com.fasterxml.jackson.core.JsonParser;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.DocumentReader;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.csv.Numbers;
import dev.headroom.storage.source.csv.TimestampReader;
import dev.headroom.storage.source.document.DocumentOutline;
import dev.headroom.storage.source.document.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the answer of the allocation API of OpenCost and Kubecost: `{"code":200,"data":[{"name":{...}}]}`, one map of
/// allocations a window. The charge period is the window, not the part of it in which the workload ran. One allocation
/// is in memory at a time.
public final class AllocationReader implements DocumentReader {
    private final ImportOptions options;
    private final TimestampReader timestamps = TimestampReader.utc("window");
    private List<String> notes = List.of();
    private String code = "";
    private String message = "";

    public AllocationReader(ImportOptions options) {
        this.options = options;
    }

    /// True for an answer of the API, also for one that says that the question failed.
    public static boolean recognises(DocumentOutline outline) {
        boolean allocations = outline.has("data.*.", ".cpuCost") || outline.has("data.*.", ".totalCost");
        return allocations || outline.has("code") && (outline.has("data") || outline.has("message"));
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.OPENCOST;
    }

    @Override
    public List<String> recognised() {
        return List.of(
                "name",
                "properties",
                "window",
                "cpuCost",
                "ramCost",
                "gpuCost",
                "pvCost",
                "networkCost",
                "loadBalancerCost",
                "sharedCost",
                "externalCost",
                "totalCost");
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void read(JsonParser json, DocumentSink sink) throws IOException, SourceException {
        AllocationCharges[] charges = new AllocationCharges[1];
        json.nextToken();
        Json.fields(json, name -> {
            switch (name) {
                case "code" -> code = Json.text(json);
                case "message" -> message = Json.text(json);
                case "data" ->
                    Json.entries(
                            json,
                            () -> Json.fields(json, key -> {
                                if (charges[0] == null) {
                                    charges[0] = new AllocationCharges(Currencies.told(options), options.allocations());
                                }
                                allocation(json, key, charges[0], sink);
                            }));
                default -> json.skipChildren();
            }
        });
        if (!code.isEmpty() && !code.equals("200")) {
            throw new SourceException(
                    ErrorCode.FILE_FAILED_ANSWER,
                    "OpenCost answered with an error (" + code + "): "
                            + (message.isEmpty() ? "without a message" : message)
                            + "; correct the question and export again.");
        }
        if (charges[0] != null) {
            notes = charges[0].notes();
        }
    }

    private void allocation(JsonParser json, String key, AllocationCharges charges, DocumentSink sink)
            throws IOException, SourceException {
        Map<String, String> plain = new HashMap<>();
        Map<String, String> properties = new HashMap<>();
        Map<String, String> labels = new HashMap<>();
        Map<String, String> window = new HashMap<>();
        Json.fields(json, name -> {
            switch (name) {
                case "properties" ->
                    Json.fields(json, property -> {
                        if (property.equals("labels")) {
                            labels.putAll(Json.texts(json));
                        } else {
                            properties.put(property, Json.text(json));
                        }
                    });
                case "window" -> window.putAll(Json.texts(json));
                default -> plain.put(name, Json.text(json));
            }
        });
        long entry = sink.entry();
        try {
            charges.put(entry, allocation(plain.getOrDefault("name", key), plain, properties, labels, window), sink);
        } catch (RowRefusedException refused) {
            sink.refuse(entry, refused);
        }
    }

    private Allocation allocation(
            String name,
            Map<String, String> plain,
            Map<String, String> properties,
            Map<String, String> labels,
            Map<String, String> window)
            throws RowRefusedException {
        Instant start = at(window.getOrDefault("start", plain.getOrDefault("start", "")));
        Instant end = at(window.getOrDefault("end", plain.getOrDefault("end", "")));
        if (!end.isAfter(start)) {
            throw new RowRefusedException("window", name, "The window does not end after its start.");
        }
        Map<Component, BigDecimal> costs = new EnumMap<>(Component.class);
        Map<Component, BigDecimal> quantities = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            Optional<BigDecimal> cost = amount(plain, component.field());
            Optional<BigDecimal> adjustment = amount(plain, component.adjustmentField());
            if (cost.isPresent() || adjustment.isPresent()) {
                costs.put(component, cost.orElse(BigDecimal.ZERO).add(adjustment.orElse(BigDecimal.ZERO)));
            }
            if (component.quantityField().isPresent()) {
                amount(plain, component.quantityField().get()).ifPresent(used -> quantities.put(component, used));
            }
        }
        Optional<BigDecimal> total = amount(plain, "totalCost");
        if (costs.isEmpty() && total.isEmpty()) {
            throw new RowRefusedException("totalCost", "", "The allocation " + name + " has no cost.");
        }
        Allocation.Workload workload = new Allocation.Workload(
                properties.getOrDefault("cluster", ""),
                properties.getOrDefault("namespace", ""),
                properties.getOrDefault("controllerKind", ""),
                properties.getOrDefault("controller", ""),
                properties.getOrDefault("pod", ""),
                properties.getOrDefault("container", ""),
                properties.getOrDefault("node", ""));
        return new Allocation(name, workload, labels, start, end, costs, quantities, total);
    }

    private Instant at(String text) throws RowRefusedException {
        return timestamps.read(text).at();
    }

    private static Optional<BigDecimal> amount(Map<String, String> plain, String field) throws RowRefusedException {
        return Numbers.amount(field, plain.getOrDefault(field, ""));
    }
}
