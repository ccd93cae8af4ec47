/// Advice on what is no server: the size of volumes, databases and functions, and what nobody uses.
@NullMarked
package dev.headroom.engine.asset;

import org.jspecify.annotations.NullMarked;
