/** Parked work, for operators. */
@NullMarked
package io.anju.contract.task.http;

import org.jspecify.annotations.NullMarked;
