package dev.headroom.app.ui.panel;

/// Something the palette can find and run.
///
/// @param context a few words beside the label, such as the panel or the server's type
/// @param icon a Feather icon
/// @param shortcut keys such as `Ctrl+Shift+F`; empty for none
public record Command(Kind kind, String label, String context, String icon, String shortcut, Runnable action) {
    /// The sections of the palette, in their order.
    public enum Kind {
        PANEL("Panels", '@'),
        ACTION("Actions", '>'),
        RESOURCE("Resources", '#');

        private final String title;
        private final char prefix;

        Kind(String title, char prefix) {
            this.title = title;
            this.prefix = prefix;
        }

        public String title() {
            return title;
        }

        /// Typed first, it narrows the search to this kind.
        public char prefix() {
            return prefix;
        }
    }
}
