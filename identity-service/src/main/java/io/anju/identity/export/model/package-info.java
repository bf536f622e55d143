/** What belongs to an export, and the life of one. */
@NullMarked
package io.anju.identity.export.model;

import org.jspecify.annotations.NullMarked;
