/** Child processes that outlive nothing they should: started, written down, watched, stopped, found again after a crash. */
@NullMarked
package io.anju.launcher.process;

import org.jspecify.annotations.NullMarked;
