/// The small parts that panels are made of: cards, badges, chips, tables that remember, what can be exported.
@NullMarked
package dev.headroom.app.ui.part;

import org.jspecify.annotations.NullMarked;
