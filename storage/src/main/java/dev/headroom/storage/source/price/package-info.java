/// Price lists: the one that ships with the product.
@NullMarked
package dev.headroom.storage.source.price;

import org.jspecify.annotations.NullMarked;
