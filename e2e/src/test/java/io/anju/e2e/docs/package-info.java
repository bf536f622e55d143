/** What the documents say, held against what is there. */
package io.anju.e2e.docs;
