/// Kubernetes cost as OpenCost and Kubecost allocate it, from the answer of their allocation API and from their CSV.
@NullMarked
package dev.headroom.storage.source.opencost;

import org.jspecify.annotations.NullMarked;
