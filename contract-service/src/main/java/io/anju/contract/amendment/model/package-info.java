/** What is agreed, and how it is printed. Pure. */
@NullMarked
package io.anju.contract.amendment.model;

import org.jspecify.annotations.NullMarked;
