package io.anju.identity.disclosure.events;

import io.anju.identity.disclosure.AccessRecord.ReaderKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read of {@code anju.customer.data-read.v1}.
 *
 * @param resource path of what was read
 */
@RegisterForReflection
record DataRead(
        UUID customerId,
        String reader,
        ReaderKind readerKind,
        String purpose,
        String data,
        @Nullable String resource) {}
