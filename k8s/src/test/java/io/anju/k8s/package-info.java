/** Renders the manifests as a cluster would get them and holds them to the API's schema and to the house's rules. */
@NullMarked
package io.anju.k8s;

import org.jspecify.annotations.NullMarked;
