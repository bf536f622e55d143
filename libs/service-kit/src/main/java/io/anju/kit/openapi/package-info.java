/** What a service's OpenAPI document says beyond the shapes: who may call, which keys are needed, every error, examples. */
@NullMarked
package io.anju.kit.openapi;

import org.jspecify.annotations.NullMarked;
