/// How good forecasts are: rolling origins, backtests, metrics, calibration and reliability.
@NullMarked
package dev.headroom.engine.evaluation;

import org.jspecify.annotations.NullMarked;
