/// What a forecasting model is: a specification, a fit outcome and a fitted model with its provenance.
@NullMarked
package dev.headroom.engine.model;

import org.jspecify.annotations.NullMarked;
