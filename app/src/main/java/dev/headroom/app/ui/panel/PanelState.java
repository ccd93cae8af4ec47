package dev.headroom.app.ui.panel;

import dev.headroom.app.task.TaskFailure;

/// What a panel shows as a whole.
public sealed interface PanelState {
    /// There is nothing to show, and this is what to do about it.
    ///
    /// @param icon a Feather icon
    /// @param action the label of the one button; empty for no button
    /// @param reason why the button is disabled; empty when it is enabled
    record Empty(String icon, String title, String sentence, String action, String reason, Runnable onAction)
            implements PanelState {
        /// An empty state with a button that works.
        public static Empty of(String icon, String title, String sentence, String action, Runnable onAction) {
            return new Empty(icon, title, sentence, action, "", onAction);
        }

        /// An empty state that only explains.
        public static Empty plain(String icon, String title, String sentence) {
            return new Empty(icon, title, sentence, "", "", () -> {});
        }
    }

    /// Work is going on and there is nothing older to show.
    record Loading() implements PanelState {}

    /// The work failed.
    ///
    /// @param title what failed, such as `The forecast could not be made`
    /// @param again starts the work again
    record Failed(String title, TaskFailure failure, Runnable again) implements PanelState {}

    /// The content is there.
    record Ready() implements PanelState {}
}
