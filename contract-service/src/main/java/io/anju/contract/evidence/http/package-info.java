/** The log over HTTP: C2SP tlog-tiles for mirrors and witnesses, proofs by leaf for everybody, audits for auditors. */
@NullMarked
package io.anju.contract.evidence.http;

import org.jspecify.annotations.NullMarked;
