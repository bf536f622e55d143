/** A key management service by the HTTP API of HashiCorp Vault's transit engine. */
@NullMarked
package io.anju.sandbox.kms;

import org.jspecify.annotations.NullMarked;
