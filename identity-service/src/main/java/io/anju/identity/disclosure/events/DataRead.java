package io.anju.identity.disclosure.events;

import io.anju.identity.disclosure.AccessRecord.ReaderKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What is read of {@code anju.customer.data-read.v1}. */
@RegisterForReflection
record DataRead(UUID customerId, String reader, ReaderKind readerKind, String purpose, String data) {}
