/// The inventory: which servers exist, of which instance type, and where, and what exists beside them.
@NullMarked
package dev.headroom.engine.fleet;

import org.jspecify.annotations.NullMarked;
