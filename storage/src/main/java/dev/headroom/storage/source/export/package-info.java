/// Billing exports of other providers in their own columns: Azure, Google Cloud, Oracle Cloud and Alibaba Cloud.
@NullMarked
package dev.headroom.storage.source.export;

import org.jspecify.annotations.NullMarked;
