/// Live AWS accounts: who is asking, what may be asked, and the clients of the services.
@NullMarked
package dev.headroom.storage.source.aws;

import org.jspecify.annotations.NullMarked;
