/// Sources: recognising files by their content and reading their rows one by one, with bounded memory.
@NullMarked
package dev.headroom.storage.source;

import org.jspecify.annotations.NullMarked;
