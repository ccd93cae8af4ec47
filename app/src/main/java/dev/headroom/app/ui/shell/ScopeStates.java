package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.PanelState;

/// What a panel says when its scope holds nothing.
public final class ScopeStates {
    private ScopeStates() {}

    /// @param what such as `server with a forecast`
    public static PanelState.Empty nothing(String icon, String what, ShellViewModel shell) {
        return PanelState.Empty.of(
                icon,
                "Nothing in this scope",
                "No " + what + " lies inside the scope above.",
                "Widen the scope",
                shell::widen);
    }
}
