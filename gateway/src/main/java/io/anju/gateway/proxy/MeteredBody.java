package io.anju.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body on its way through: breaks off when it grows beyond its limit and says when it has been sent whole. */
final class MeteredBody implements ReadStream<Buffer> {

    /** The body grew beyond its limit. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("body beyond its limit", null, false, false);
        }
    }

    private final HttpServerRequest request;
    private final long bytesMax;
    private final Runnable whole;
    private long bytes;
    private boolean tooLarge;
    private @Nullable Handler<Throwable> failed;

    MeteredBody(HttpServerRequest request, long bytesMax, Runnable whole) {
        this.request = request;
        this.bytesMax = bytesMax;
        this.whole = whole;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        request.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        bytes += chunk.length();
        if (chunk.length() == 0) {
            // An upgrade to HTTP/2 brings an empty chunk even where there is no body.
            return;
        }
        if (bytes <= bytesMax) {
            handler.handle(chunk);
        } else if (!tooLarge) {
            tooLarge = true;
            if (failed != null) {
                failed.handle(new TooLarge());
            }
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            whole.run();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        this.failed = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
