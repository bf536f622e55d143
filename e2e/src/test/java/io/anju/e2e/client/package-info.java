/** Clients of the public API: what a phone, an officer and the outside world do, over HTTP alone. */
package io.anju.e2e.client;
