/// The connection to AWS: who asks, what will be asked and what it costs, and the pull itself.
@NullMarked
package dev.headroom.app.ui.aws;

import org.jspecify.annotations.NullMarked;
