/// Price lists: the one that ships with the product, and what a pulled one holds.
@NullMarked
package dev.headroom.storage.source.price;

import org.jspecify.annotations.NullMarked;
