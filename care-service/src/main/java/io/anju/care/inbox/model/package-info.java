/** What is said to a customer and when, pure: templates with typed fields, their words, and which fact calls for which. */
@NullMarked
package io.anju.care.inbox.model;

import org.jspecify.annotations.NullMarked;
