/** What each party's routes share: reading JSON input, answering JSON and problem documents. */
@NullMarked
package io.anju.sandbox.http;

import org.jspecify.annotations.NullMarked;
