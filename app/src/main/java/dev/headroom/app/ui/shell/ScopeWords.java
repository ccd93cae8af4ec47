package dev.headroom.app.ui.shell;

import dev.headroom.app.usecase.Scope;
import dev.headroom.engine.cost.CostBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Scope and cost basis in the words of the window.
public final class ScopeWords {
    private ScopeWords() {}

    /// One step of the path to a scope.
    ///
    /// @param scope what this step alone would show
    public record Crumb(String words, Scope scope) {}

    /// The path to a scope, widest first.
    ///
    /// @param account how an account is written
    /// @param resource how the id of a resource is written
    public static List<Crumb> crumbs(Scope scope, UnaryOperator<String> account, UnaryOperator<String> resource) {
        List<Crumb> crumbs = new ArrayList<>();
        Scope at = Scope.ALL.withProvider(scope.provider());
        crumbs.add(new Crumb(scope.provider().isEmpty() ? "All providers" : scope.provider(), at));
        if (!scope.account().isEmpty()) {
            at = at.withAccount(scope.account());
            crumbs.add(new Crumb(account.apply(scope.account()), at));
        }
        if (!(scope.slice() instanceof Scope.Slice.All)) {
            at = at.withSlice(scope.slice());
            crumbs.add(new Crumb(slice(scope.slice()), at));
        }
        if (!scope.resource().isEmpty()) {
            crumbs.add(new Crumb(resource.apply(scope.resource()), scope));
        }
        if (crumbs.size() > 1 && scope.provider().isEmpty()) {
            crumbs.set(0, new Crumb("All", Scope.ALL));
        }
        return crumbs;
    }

    static String slice(Scope.Slice slice) {
        return switch (slice) {
            case Scope.Slice.All() -> "";
            case Scope.Slice.Service(String name) -> name;
            case Scope.Slice.Tag(String key, String value) -> key + " " + value;
        };
    }

    /// Such as `Amortised`.
    public static String basis(CostBasis basis) {
        return switch (basis) {
            case BILLED -> "Billed";
            case EFFECTIVE -> "Amortised";
            case LIST -> "List";
            case CONTRACTED -> "Contracted";
        };
    }
}
