/// The window around the panels: navigation, bars, palette, notices and settings.
@NullMarked
package dev.headroom.app.ui.shell;

import org.jspecify.annotations.NullMarked;
