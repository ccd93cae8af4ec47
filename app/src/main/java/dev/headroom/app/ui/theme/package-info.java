/// Light and dark as style sheets over looked-up colours, and the typeface.
@NullMarked
package dev.headroom.app.ui.theme;

import org.jspecify.annotations.NullMarked;
