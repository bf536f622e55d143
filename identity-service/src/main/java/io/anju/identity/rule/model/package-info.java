/** The life of a rule's version, and what trying it gives. */
@NullMarked
package io.anju.identity.rule.model;

import org.jspecify.annotations.NullMarked;
