/// Idle and waste: what is paid for and not used.
@NullMarked
package dev.headroom.app.ui.waste;

import org.jspecify.annotations.NullMarked;
