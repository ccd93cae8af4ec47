/// Classes that break a rule of the house on purpose.
@NullMarked
package dev.headroom.app.cli.fault;

import org.jspecify.annotations.NullMarked;
