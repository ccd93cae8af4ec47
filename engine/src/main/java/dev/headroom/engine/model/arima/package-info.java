/// Seasonal ARIMA models with automatic choice of the orders.
@NullMarked
package dev.headroom.engine.model.arima;

import org.jspecify.annotations.NullMarked;
