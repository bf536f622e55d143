/** What a document is, told from its first bytes, and who may read it. */
@NullMarked
package io.anju.loan.document.model;

import org.jspecify.annotations.NullMarked;
