/** Articles, the grams of a text, and how well a passage answers a question; pure. */
@NullMarked
package io.anju.care.help.model;

import org.jspecify.annotations.NullMarked;
