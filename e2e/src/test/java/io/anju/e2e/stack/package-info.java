/** The stack as a newcomer starts it: the command anju, in a folder and on ports of its own. */
package io.anju.e2e.stack;
