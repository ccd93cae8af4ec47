/// The inventory: which servers exist, of which instance type, and where.
@NullMarked
package dev.headroom.engine.fleet;

import org.jspecify.annotations.NullMarked;
