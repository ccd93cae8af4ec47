/// Where passwords come from: the environment and the keyring of the system.
@NullMarked
package dev.headroom.app.secret;

import org.jspecify.annotations.NullMarked;
