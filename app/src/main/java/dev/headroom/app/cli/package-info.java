/// The command line: one command a class, thin over a use case.
@NullMarked
package dev.headroom.app.cli;

import org.jspecify.annotations.NullMarked;
