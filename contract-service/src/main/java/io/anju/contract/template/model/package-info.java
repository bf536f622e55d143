/** Templates, their typed fields, and filling one in. */
@NullMarked
package io.anju.contract.template.model;

import org.jspecify.annotations.NullMarked;
