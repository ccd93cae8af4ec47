/// The look: colour tokens, data palettes, type and sizes, the same for screen, slide and paper.
@NullMarked
package dev.headroom.charts.theme;

import org.jspecify.annotations.NullMarked;
