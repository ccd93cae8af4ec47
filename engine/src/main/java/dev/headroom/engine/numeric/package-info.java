/// Numerical kernels on flat arrays: linear algebra, optimisation, order statistics, seeded streams.
@NullMarked
package dev.headroom.engine.numeric;

import org.jspecify.annotations.NullMarked;
