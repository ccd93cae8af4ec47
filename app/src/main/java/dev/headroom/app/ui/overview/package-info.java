/// The Overview panel: the month, the risks and the savings at a glance.
@NullMarked
package dev.headroom.app.ui.overview;

import org.jspecify.annotations.NullMarked;
