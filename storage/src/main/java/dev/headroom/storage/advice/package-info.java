/// What a provider itself says and advises: budgets, forecasts, anomalies, sizes and commitments, to hold ours beside.
@NullMarked
package dev.headroom.storage.advice;

import org.jspecify.annotations.NullMarked;
