package io.anju.kit.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Events as others read them. Their data go as the text that was kept: it was written by us, and is not read again. */
final class CloudEventText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 512;

    private final String service;
    private final AtRest atRest;

    CloudEventText(String service, AtRest atRest) {
        this.service = service;
        this.atRest = atRest;
    }

    byte[] of(Delivery delivery) {
        return written(USUAL_LENGTH, out -> write(out, delivery));
    }

    // CloudEvents 1.0, JSON format §4: a batch is an array of them.
    byte[] ofAll(List<Delivery> deliveries) {
        return written(USUAL_LENGTH * deliveries.size(), out -> {
            out.writeStartArray();
            for (Delivery delivery : deliveries) {
                write(out, delivery);
            }
            out.writeEndArray();
        });
    }

    // CloudEvents 1.0, JSON format §3.1: structured mode, data as a JSON value.
    private void write(JsonGenerator out, Delivery delivery) throws IOException {
        out.writeStartObject();
        out.writeStringField("specversion", "1.0");
        out.writeStringField("id", delivery.id().toString());
        out.writeStringField("source", "/" + service);
        out.writeStringField("type", delivery.type());
        out.writeStringField("subject", delivery.subject());
        out.writeStringField("time", delivery.time().toString());
        out.writeStringField("datacontenttype", "application/json");
        out.writeFieldName("data");
        out.writeRawValue(atRest.open(delivery));
        if (delivery.traceparent() != null) {
            out.writeStringField("traceparent", delivery.traceparent());
        }
        out.writeEndObject();
    }

    private interface Writing {
        void into(JsonGenerator out) throws IOException;
    }

    private static byte[] written(int length, Writing writing) {
        var bytes = new ByteArrayOutputStream(length);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            writing.into(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return bytes.toByteArray();
    }
}
