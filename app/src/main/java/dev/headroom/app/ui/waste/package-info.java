/// Idle and waste: what the bills show to be paid for and not used.
@NullMarked
package dev.headroom.app.ui.waste;

import org.jspecify.annotations.NullMarked;
