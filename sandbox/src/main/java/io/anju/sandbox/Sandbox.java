package io.anju.sandbox;

import io.anju.sandbox.bureau.Bureau;
import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Signature;
import io.anju.sandbox.cardnetwork.CardNetwork;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.clock.ClockRoutes;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.idregistry.IdRegistry;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.kms.Kms;
import io.anju.sandbox.page.HomePage;
import io.anju.sandbox.propertyregistry.PropertyRegistry;
import io.anju.sandbox.rail.RailRoutes;
import io.anju.sandbox.sms.SmsGateway;
import io.anju.sandbox.wallet.WalletRoutes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A running sandbox: all outside parties behind one port. Everything happens on one event loop, so that the parties' state needs no locks; only
 * {@link #start} and {@link #close} wait.
 */
public final class Sandbox implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;
    private static final int WAIT_SECONDS = 10;

    private final Vertx vertx;
    private final Journal journal;
    private final HttpServer server;

    private Sandbox(Vertx vertx, Journal journal, HttpServer server) {
        this.vertx = vertx;
        this.journal = journal;
        this.server = server;
    }

    /** Starts one and returns when it listens; throws an {@link IOException} when its port or folder cannot be had. */
    public static Sandbox start(SandboxConfig config) throws IOException {
        var journal = Journal.open(config.dataFolder());
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        try {
            var options = new HttpServerOptions()
                    .setHost(config.host())
                    .setPort(config.port())
                    .setIdleTimeout(IDLE_SECONDS)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS);
            var routes = routes(config, vertx, journal);
            return new Sandbox(
                    vertx,
                    journal,
                    await(vertx.createHttpServer(options).requestHandler(routes).listen()));
        } catch (IOException | RuntimeException e) {
            stop(vertx, journal);
            throw e;
        }
    }

    private static Router routes(SandboxConfig config, Vertx vertx, Journal journal) throws IOException {
        var time = Clock.systemUTC();
        var signature = new Signature(config.callbackSecret());
        var callbacks = new Callbacks(vertx, signature);
        var walletSignature = new Signature(config.walletSecret());
        var date = new BusinessDate(time, journal);
        var sms = new SmsGateway(time);
        var cards = new CardNetwork(time, sms, signature, journal);
        var properties = new PropertyRegistry(
                vertx,
                date,
                journal,
                new Callbacks(vertx, new Signature(config.registrySecret())),
                config.decideMillis());
        var rail =
                new RailRoutes(vertx, time, date, journal, callbacks, config.decideMillis(), config.transactionsMost());
        var wallet = new WalletRoutes(
                vertx,
                time,
                date,
                journal,
                new Callbacks(vertx, walletSignature),
                walletSignature,
                config.decideMillis(),
                config.transactionsMost());
        var kms = new Kms(config.kmsToken(), journal);
        journal.replay();

        var router = Router.router(vertx);
        RailRoutes.prepare(router);
        Answers.prepare(router);
        router.get("/health").handler(context -> Answers.json(context, 200, Map.of("status", "UP")));
        new HomePage(sms, date).mount(router);
        new ClockRoutes(vertx, time, date).mount(router);
        new IdRegistry(date, signature).mount(router);
        new Bureau().mount(router);
        sms.mount(router);
        cards.mount(router);
        properties.mount(router);
        rail.mount(router);
        wallet.mount(router);
        kms.mount(router);
        vertx.runOnContext(started -> {
            properties.resume();
            rail.resume();
            wallet.resume();
        });
        return router;
    }

    /** The port it listens at. */
    public int port() {
        return server.actualPort();
    }

    /** Its address on this machine, for a service's settings. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    @Override
    public void close() throws IOException {
        stop(vertx, journal);
    }

    private static void stop(Vertx vertx, Journal journal) throws IOException {
        try {
            await(vertx.close());
        } finally {
            journal.close();
        }
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException(
                    e.getCause() == null ? "no answer in time" : e.getCause().getMessage(), e);
        }
    }
}
