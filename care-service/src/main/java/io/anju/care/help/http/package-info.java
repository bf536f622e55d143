/** The help centre over HTTP, open to anyone. */
@NullMarked
package io.anju.care.help.http;

import org.jspecify.annotations.NullMarked;
