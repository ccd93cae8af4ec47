package dev.headroom.app.ui.shell;

import java.util.ArrayList;
import java.util.List;

/// Which part of the fleet the panels look at.
///
/// @param account an account, or empty for all
/// @param resource the chosen server, or empty for none
public record Scope(String account, String resource) {
    public static final Scope ALL = new Scope("", "");

    public Scope withAccount(String other) {
        return new Scope(other, "");
    }

    public Scope withResource(String other) {
        return new Scope(account, other);
    }

    /// True when a server of this account lies inside.
    public boolean covers(String serverAccount) {
        return account.isEmpty() || account.equals(serverAccount);
    }

    /// The scope as a path, widest first.
    public List<String> crumbs() {
        List<String> crumbs = new ArrayList<>();
        crumbs.add(account.isEmpty() ? "All accounts" : account);
        if (!resource.isEmpty()) {
            crumbs.add(resource);
        }
        return crumbs;
    }
}
