/// The program: what starts it and what puts its parts together.
@NullMarked
package dev.headroom.app;

import org.jspecify.annotations.NullMarked;
