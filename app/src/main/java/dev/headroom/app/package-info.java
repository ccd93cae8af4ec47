@NullMarked
package dev.headroom.app;

import org.jspecify.annotations.NullMarked;
