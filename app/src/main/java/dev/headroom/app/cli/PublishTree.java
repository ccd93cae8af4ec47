package dev.headroom.app.cli;

import dev.headroom.app.usecase.PublishAws;
import dev.headroom.app.usecase.PublishSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is written to AWS, as JSON.
final class PublishTree {
    private PublishTree() {}

    static List<Map<String, Object>> of(List<PublishSettings.Switch> on) {
        return on.stream()
                .map(one -> {
                    Map<String, Object> tree = new LinkedHashMap<>();
                    tree.put("what", one.what().word());
                    tree.put("target", one.target());
                    one.role().ifPresent(role -> tree.put("role", role));
                    return tree;
                })
                .toList();
    }

    static Map<String, Object> of(PublishAws.Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "parts",
                plan.parts().stream()
                        .map(part -> {
                            Map<String, Object> one = head(part.what(), part.target());
                            one.put("items", items(part.items()));
                            one.put("calls", part.calls());
                            one.put("usd", part.usd().toPlainString());
                            return one;
                        })
                        .toList());
        tree.put("calls", plan.calls());
        tree.put("bytes", plan.bytes());
        tree.put("usd", plan.usd().toPlainString());
        return tree;
    }

    private static Map<String, Object> head(PublishAws.What what, String target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("what", what.word());
        tree.put("target", target);
        return tree;
    }

    private static List<Map<String, Object>> items(List<PublishAws.Item> items) {
        return items.stream()
                .map(item -> {
                    Map<String, Object> tree = new LinkedHashMap<>();
                    tree.put("name", item.name());
                    tree.put("values", item.values());
                    tree.put("bytes", item.bytes());
                    return tree;
                })
                .toList();
    }

    static Map<String, Object> of(PublishAws.Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "written",
                result.written().stream()
                        .map(written -> {
                            Map<String, Object> one = head(written.what(), written.target());
                            one.put("items", items(written.items()));
                            return one;
                        })
                        .toList());
        tree.put(
                "missing",
                result.missing().stream()
                        .map(missing -> {
                            Map<String, Object> one = head(missing.what(), missing.target());
                            one.put("code", missing.code());
                            one.put("message", missing.sentence());
                            return one;
                        })
                        .toList());
        tree.put(
                "expected",
                Map.of(
                        "calls",
                        result.plan().calls(),
                        "usd",
                        result.plan().usd().toPlainString()));
        Map<String, Object> operations = new LinkedHashMap<>();
        result.spent().forEach((operation, spent) -> operations.put(operation, PullTree.of(spent)));
        tree.put("operations", operations);
        tree.put("spent", PullTree.of(result.total()));
        tree.put("month", PullTree.of(result.month()));
        result.end().ifPresent(end -> tree.put("error", Map.of("code", end.code(), "message", end.message())));
        return tree;
    }
}
