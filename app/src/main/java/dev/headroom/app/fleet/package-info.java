/// The generator of a server fleet whose truth is known: inventory, metrics and a bill that fit each other.
@NullMarked
package dev.headroom.app.fleet;

import org.jspecify.annotations.NullMarked;
