/// Commitments: what runs, how well it is used, and what to buy on forecast paths of the usage.
@NullMarked
package dev.headroom.engine.commitment;

import org.jspecify.annotations.NullMarked;
