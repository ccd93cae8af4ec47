/// The Commitments panel: how well savings plans and reservations are used, when they end, and what to buy.
@NullMarked
package dev.headroom.app.ui.commitments;

import org.jspecify.annotations.NullMarked;
