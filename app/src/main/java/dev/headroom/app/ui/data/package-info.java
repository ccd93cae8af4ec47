/// The Data panel: imports, rejected rows, quality, bills and how they stand to their invoices.
@NullMarked
package dev.headroom.app.ui.data;

import org.jspecify.annotations.NullMarked;
