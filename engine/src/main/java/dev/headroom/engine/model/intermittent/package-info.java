/// Methods for intermittent demand: many zeros between the demands.
@NullMarked
package dev.headroom.engine.model.intermittent;

import org.jspecify.annotations.NullMarked;
