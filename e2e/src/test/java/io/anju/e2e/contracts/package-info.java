/** What services promise each other, held against what the others read. */
package io.anju.e2e.contracts;
