/// Benchmarks of the engine, compiled and run with the profile `benchmarks`; docs/performance.md says how.
@NullMarked
package dev.headroom.engine.benchmark;

import org.jspecify.annotations.NullMarked;
