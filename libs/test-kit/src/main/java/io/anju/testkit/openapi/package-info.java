/** A service's OpenAPI document, held against what it serves and answers. */
@NullMarked
package io.anju.testkit.openapi;

import org.jspecify.annotations.NullMarked;
