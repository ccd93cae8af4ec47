/// Scenario files: scenarios as versioned JSON, read with an exact word about every field that is refused.
@NullMarked
package dev.headroom.app.scenario;

import org.jspecify.annotations.NullMarked;
