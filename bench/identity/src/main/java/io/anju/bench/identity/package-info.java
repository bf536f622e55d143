/**
 * identity-service measured: risk decisions beside the bare statements, tokens beside Keycloak, sign-ins by passkey beside one
 * bare verification and the same statements.
 */
@NullMarked
package io.anju.bench.identity;

import org.jspecify.annotations.NullMarked;
