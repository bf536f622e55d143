/** identity-service measured: risk decisions, tokens beside Keycloak, sign-ins by passkey. */
@NullMarked
package io.anju.bench.identity;

import org.jspecify.annotations.NullMarked;
