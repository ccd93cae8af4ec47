package dev.headroom.storage.cache;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which version of each scope is promoted and which one was before, as the events say. At most one version
/// of a scope is promoted at a time.
final class PromotionHistory {
    private final Map<ModelScope, Deque<Integer>> promoted = new HashMap<>();
    private final Map<ModelScope, Set<Integer>> ever = new HashMap<>();

    static PromotionHistory of(List<ModelEvent> events) {
        PromotionHistory history = new PromotionHistory();
        events.forEach(history::add);
        return history;
    }

    void add(ModelEvent event) {
        Deque<Integer> stack = promoted.computeIfAbsent(event.scope(), _ -> new ArrayDeque<>());
        switch (event.kind()) {
            case REGISTERED -> {}
            case PROMOTED -> {
                stack.push(event.version());
                ever.computeIfAbsent(event.scope(), _ -> new HashSet<>()).add(event.version());
            }
            case ROLLED_BACK -> stack.poll();
        }
    }

    /// The number of the promoted version; 0 for none.
    int promoted(ModelScope scope) {
        Deque<Integer> stack = promoted.get(scope);
        Integer top = stack == null ? null : stack.peek();
        return top == null ? 0 : top;
    }

    /// The number of the version that was promoted before the present one; 0 for none.
    int before(ModelScope scope) {
        Deque<Integer> stack = promoted.get(scope);
        return stack == null ? 0 : stack.stream().skip(1).findFirst().orElse(0);
    }

    ModelVersion.State state(ModelScope scope, int version) {
        if (promoted(scope) == version) {
            return ModelVersion.State.PROMOTED;
        }
        return ever.getOrDefault(scope, Set.of()).contains(version)
                ? ModelVersion.State.RETIRED
                : ModelVersion.State.CANDIDATE;
    }
}
