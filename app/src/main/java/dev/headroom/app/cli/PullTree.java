package dev.headroom.app.cli;

import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.PullAws;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A pull as JSON.
final class PullTree {
    private PullTree() {}

    static Map<String, Object> of(PullAws.Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("account", plan.account());
        tree.put("who", plan.who());
        tree.put("parts", plan.parts().stream().map(PullTree::of).toList());
        tree.put("expected", of(plan.asked()));
        tree.put("missing", missing(plan.missing()));
        return tree;
    }

    private static Map<String, Object> of(PullAws.Part part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("account", part.account());
        tree.put("region", part.region());
        tree.put("what", part.what());
        tree.putAll(of(part.asked()));
        return tree;
    }

    private static Map<String, Object> of(PullAws.Asked asked) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("calls", asked.calls());
        tree.put("values", asked.points());
        tree.put("bytes", asked.bytes());
        tree.put("usd", asked.usd().toPlainString());
        return tree;
    }

    static Map<String, Object> of(PullAws.Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("account", result.plan().account());
        tree.put("who", result.plan().who());
        tree.put("batch", result.batch());
        tree.put("kept", result.kept().stream().map(PullTree::of).toList());
        tree.put("missing", missing(result.missing()));
        tree.put("expected", of(result.plan().asked()));
        tree.put("spent", of(result.total()));
        Map<String, Object> operations = new LinkedHashMap<>();
        result.spent().forEach((operation, spent) -> operations.put(operation, of(spent)));
        tree.put("operations", operations);
        tree.put("month", of(result.month()));
        result.end().ifPresent(end -> tree.put("error", Map.of("code", end.code(), "message", end.message())));
        return tree;
    }

    private static Map<String, Object> of(PullAws.Kept kept) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", kept.name());
        tree.put("rows", kept.rows());
        tree.put("accepted", kept.accepted());
        tree.put("rejected", kept.rejected());
        tree.put("duplicates", kept.duplicates());
        kept.first().ifPresent(first -> tree.put("first", first.toString()));
        kept.last().ifPresent(last -> tree.put("last", last.toString()));
        tree.put("notes", kept.notes());
        return tree;
    }

    static Map<String, Object> of(PullAws.Spent spent) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("calls", spent.calls());
        tree.put("bytes", spent.bytes());
        tree.put("usd", spent.usd().toPlainString());
        return tree;
    }

    private static List<Map<String, Object>> missing(List<PullAws.Missing> missing) {
        return missing.stream()
                .map(one -> {
                    Map<String, Object> tree = new LinkedHashMap<>();
                    tree.put("account", one.account());
                    tree.put("region", one.region());
                    tree.put("what", one.what());
                    tree.put("code", one.code());
                    tree.put("message", one.sentence());
                    return tree;
                })
                .toList();
    }

    static Map<String, Object> of(CheckAws.Result check) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("account", check.account());
        tree.put("who", check.who());
        tree.put(
                "actions",
                check.actions().stream()
                        .map(action -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("action", action.action());
                            one.put("what", action.what());
                            one.put("verdict", action.verdict());
                            if (!action.words().isEmpty()) {
                                one.put("message", action.words());
                            }
                            return one;
                        })
                        .toList());
        return tree;
    }
}
