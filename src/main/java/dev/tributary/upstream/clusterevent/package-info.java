/** HSS Kubernetes cluster events (HSS API reference, "Querying the Kubernetes Cluster Event List"). */
@NullMarked
package dev.tributary.upstream.clusterevent;

import org.jspecify.annotations.NullMarked;
