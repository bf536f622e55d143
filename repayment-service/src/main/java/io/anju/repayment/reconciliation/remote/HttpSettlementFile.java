package io.anju.repayment.reconciliation.remote;

import io.anju.kernel.result.Result;
import io.anju.kit.client.ServiceUrls;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.ReconciliationConfig;
import io.anju.repayment.reconciliation.SettlementFile;
import io.anju.repayment.reconciliation.model.DailyFile;
import io.anju.repayment.reconciliation.model.FileFault;
import io.anju.repayment.reconciliation.model.FileLine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.FileSystem;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Fetches the file within bounds of bytes and time; its lines are read no faster than they are used. */
@ApplicationScoped
class HttpSettlementFile implements SettlementFile {

    private static final Logger LOGGER = Logger.getLogger(HttpSettlementFile.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int LOOK_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 30;
    private static final int LINE_BYTES_MOST = 4_096;
    private static final int TAG_MOST = 200;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final byte LINE_FEED = '\n';

    private final HttpClient http;
    private final FileSystem files;
    private final ServiceUrls urls;
    private final ReconciliationConfig config;

    HttpSettlementFile(Vertx vertx, ServiceUrls urls, ReconciliationConfig config) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        this.files = vertx.fileSystem();
        this.urls = urls;
        this.config = config;
    }

    @Override
    public Uni<Opened> open(Channel source, LocalDate date) {
        return Spool.open(files, config.fileBytes())
                .flatMap(spool -> fetch(source, date, spool)
                        .ifNoItem()
                        .after(config.fileTimeout())
                        .failWith(() -> new Refused(new FileFault.Broken("too slow")))
                        .map(tag -> new Opened(
                                tag, lines(source, spool), Uni.createFrom().deferred(spool::close)))
                        .onFailure()
                        .call(spool::close)
                        .onCancellation()
                        .call(spool::close))
                .onFailure(HttpSettlementFile::isUnknown)
                .transform(failure -> brokenOff(source, date, failure));
    }

    /** Answers with the tag. */
    private Uni<Optional<String>> fetch(Channel source, LocalDate date, Spool spool) {
        return http.request(request(HttpMethod.GET, source, date))
                .flatMap(ready -> ready.send())
                .flatMap(answer -> {
                    if (answer.statusCode() != OK) {
                        throw new Refused(new FileFault.NotThere(answer.statusCode()));
                    }
                    return answer.toMulti()
                            .onItem()
                            .transformToUniAndConcatenate(spool::add)
                            .collect()
                            .last()
                            .replaceWith(tag(answer));
                });
    }

    private static Multi<FileLine> lines(Channel source, Spool spool) {
        return Multi.createFrom().deferred(() -> {
            var reader = new Reader(source);
            return spool.read()
                    .map(reader::read)
                    .onCompletion()
                    .invoke(reader::end)
                    .onItem()
                    .disjoint();
        });
    }

    @Override
    public Uni<Boolean> mayDiffer(Channel source, LocalDate date, Optional<String> tag) {
        RequestOptions request = request(HttpMethod.HEAD, source, date).setTimeout(LOOK_MILLIS);
        tag.ifPresent(held -> request.putHeader(HttpHeaders.IF_NONE_MATCH, held));
        return http.request(request)
                .flatMap(ready -> ready.send())
                .map(answer -> mayDiffer(answer.statusCode()))
                .onFailure(HttpSettlementFile::isUnknown)
                .transform(failure -> brokenOff(source, date, failure));
    }

    private static boolean mayDiffer(int status) {
        return switch (status) {
            case OK -> true;
            case NOT_MODIFIED -> false;
            default -> throw new Refused(new FileFault.NotThere(status));
        };
    }

    /** The ETag as it came; one that is too long to keep is none. */
    private static Optional<String> tag(HttpClientResponse answer) {
        return Optional.ofNullable(answer.getHeader(HttpHeaders.ETAG))
                .filter(tag -> !tag.isEmpty() && tag.length() <= TAG_MOST);
    }

    private RequestOptions request(HttpMethod method, Channel source, LocalDate date) {
        return new RequestOptions().setMethod(method).setAbsoluteURI(address(source) + date + ".csv");
    }

    private static boolean isUnknown(Throwable failure) {
        return !(failure instanceof Refused);
    }

    private static Refused brokenOff(Channel source, LocalDate date, Throwable failure) {
        LOGGER.warnf("The file of %s, %s: %s", source, date, failure);
        return new Refused(new FileFault.Broken("connection"));
    }

    private String address(Channel source) {
        return switch (source) {
            case RAIL -> urls.of("rail") + "/rail/files/";
            case WALLET -> urls.of("wallet") + "/wallet/files/";
        };
    }

    /** One file's reader: cuts what comes into lines and never holds more than a piece and the beginning of a line. */
    private static final class Reader {

        private final Channel source;
        private Buffer rest = Buffer.buffer();
        private int number;

        Reader(Channel source) {
            this.source = source;
        }

        List<FileLine> read(Buffer piece) {
            Buffer all = rest.appendBuffer(piece);
            List<FileLine> lines = new ArrayList<>();
            int from = 0;
            for (int at = 0; at < all.length(); at++) {
                if (all.getByte(at) == LINE_FEED) {
                    line(all.getString(from, at, "UTF-8")).ifPresent(lines::add);
                    from = at + 1;
                }
            }
            rest = all.getBuffer(from, all.length());
            if (rest.length() > LINE_BYTES_MOST) {
                throw new Refused(new FileFault.Malformed(number, "length"));
            }
            return lines;
        }

        /** The line; nothing for the header. */
        private Optional<FileLine> line(String text) {
            int line = number++;
            if (line > 0) {
                return Optional.of(orRefuse(DailyFile.read(source, line, text)));
            }
            DailyFile.faultOfHeader(source, text).ifPresent(fault -> {
                throw new Refused(fault);
            });
            return Optional.empty();
        }

        void end() {
            if (rest.length() > 0 || number == 0) {
                throw new Refused(new FileFault.Malformed(number, "end of line"));
            }
        }

        private static <T> T orRefuse(Result<T, FileFault> result) {
            return switch (result) {
                case Result.Ok<T, FileFault>(T value) -> value;
                case Result.Refused<T, FileFault>(FileFault fault) -> throw new Refused(fault);
            };
        }
    }
}
