/// What a provider itself says about sizes and commitments, beside what Headroom says.
@NullMarked
package dev.headroom.app.ui.provider;

import org.jspecify.annotations.NullMarked;
