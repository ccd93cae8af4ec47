/// Quantities with their units: money with a currency, resource kinds, measurement units.
@NullMarked
package dev.headroom.engine.quantity;

import org.jspecify.annotations.NullMarked;
