/** Words that every capability of this service shares: levels, phones, ways to prove oneself. */
@NullMarked
package io.anju.identity.model;

import org.jspecify.annotations.NullMarked;
