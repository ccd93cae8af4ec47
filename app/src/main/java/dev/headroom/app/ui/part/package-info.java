/// The small parts that panels are made of: cards, badges, chips, tables, discs.
@NullMarked
package dev.headroom.app.ui.part;

import org.jspecify.annotations.NullMarked;
