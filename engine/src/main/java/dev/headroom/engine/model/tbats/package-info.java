/// TBATS: trigonometric seasons of any length, Box-Cox transformation, damped trend and ARMA errors.
@NullMarked
package dev.headroom.engine.model.tbats;

import org.jspecify.annotations.NullMarked;
