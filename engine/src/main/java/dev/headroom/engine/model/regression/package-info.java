/// Regression on features of a series: random forest, gradient boosting, a penalised line, and the three together.
@NullMarked
package dev.headroom.engine.model.regression;

import org.jspecify.annotations.NullMarked;
