/// The Risk panel: which server resources pass their limit, how likely and when.
@NullMarked
package dev.headroom.app.ui.risk;

import org.jspecify.annotations.NullMarked;
