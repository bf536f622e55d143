package io.anju.sandbox.callback;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Delivers callbacks at least once: signed, tried again after 0.2, 0.4, 0.8 … at most 5 seconds until the receiver says 2xx, as long as the sandbox runs.
 */
public final class Callbacks {
    private static final Logger LOGGER = System.getLogger(Callbacks.class.getName());
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 5_000;
    private static final int ANSWER_WAIT_SECONDS = 10;

    private final Vertx vertx;
    private final HttpClient client;
    private final Signature signature;

    /** Callbacks signed with this key. */
    public Callbacks(Vertx vertx, Signature signature) {
        this.vertx = vertx;
        this.signature = signature;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(2_000)
                        .setIdleTimeout(ANSWER_WAIT_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS))
                .with(new PoolOptions().setHttp1MaxSize(32))
                .build();
    }

    /** Sends the body until it is taken, then says so once. */
    public void deliver(URI to, byte[] body, Faults faults, Runnable delivered) {
        attempt(to, Buffer.buffer(body), faults, delivered, FIRST_WAIT_MILLIS);
    }

    private void attempt(URI to, Buffer body, Faults faults, Runnable delivered, long waitMillis) {
        if (faults.takeDrop()) {
            again(to, body, faults, delivered, waitMillis);
            return;
        }
        send(to, body).onComplete(answer -> {
            if (answer.succeeded() && answer.result() / 100 == 2) {
                delivered.run();
                for (var copy = 0; copy < faults.duplicates(); copy++) {
                    var unused = send(to, body);
                }
            } else {
                LOGGER.log(
                        Level.DEBUG,
                        () -> "callback not taken by " + to.getAuthority() + ", next try in " + waitMillis + " ms");
                again(to, body, faults, delivered, waitMillis);
            }
        });
    }

    private void again(URI to, Buffer body, Faults faults, Runnable delivered, long waitMillis) {
        vertx.setTimer(
                waitMillis,
                timer -> attempt(to, body, faults, delivered, Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS)));
    }

    private io.vertx.core.Future<Integer> send(URI to, Buffer body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(to.toString())
                .putHeader("Content-Type", "application/json")
                .putHeader(Signature.HEADER, signature.of(body.getBytes()));
        return client.request(options).compose(request -> request.send(body)).map(HttpClientResponse::statusCode);
    }
}
