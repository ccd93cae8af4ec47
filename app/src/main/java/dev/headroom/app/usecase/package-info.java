/// What the product can do, one verb a class, without any window. Results are immutable.
@NullMarked
package dev.headroom.app.usecase;

import org.jspecify.annotations.NullMarked;
