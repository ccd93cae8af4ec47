/// The window around the panels: navigation, bars, scope, palette, export, presentation, notices, settings.
@NullMarked
package dev.headroom.app.ui.shell;

import org.jspecify.annotations.NullMarked;
