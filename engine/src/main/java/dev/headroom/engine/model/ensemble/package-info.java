/// The automatic forecaster: different cheap components, weighted by their errors at earlier origins.
@NullMarked
package dev.headroom.engine.model.ensemble;

import org.jspecify.annotations.NullMarked;
