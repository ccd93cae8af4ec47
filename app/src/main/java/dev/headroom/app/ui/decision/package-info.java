/// Decisions about advice of any kind: the buttons, the dialogs, where advice stands, and the way back.
@NullMarked
package dev.headroom.app.ui.decision;

import org.jspecify.annotations.NullMarked;
