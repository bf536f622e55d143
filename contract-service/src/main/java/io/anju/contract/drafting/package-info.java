/** From an approved loan to a contract that can be read: template filled, repayment plan computed, file rendered. */
@NullMarked
package io.anju.contract.drafting;

import org.jspecify.annotations.NullMarked;
