/** contract-service: agreeing on a loan, and proving it. One package per capability; each says in its own package-info what it is for. */
@NullMarked
package io.anju.contract;

import org.jspecify.annotations.NullMarked;
