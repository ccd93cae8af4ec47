/// Plain series files: one value a row, read in one go for the command line.
@NullMarked
package dev.headroom.storage.source.series;

import org.jspecify.annotations.NullMarked;
