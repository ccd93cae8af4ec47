/// Tests of dev.headroom.app.secret.
@NullMarked
package dev.headroom.app.secret;

import org.jspecify.annotations.NullMarked;
