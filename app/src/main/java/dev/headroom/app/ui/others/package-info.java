/// Other resources: the size of volumes, databases and functions, and what of the inventory nobody uses.
@NullMarked
package dev.headroom.app.ui.others;

import org.jspecify.annotations.NullMarked;
