/** The risk decision: rules that are data, over signals, with the reason kept. */
@NullMarked
package io.anju.identity.risk;

import org.jspecify.annotations.NullMarked;
