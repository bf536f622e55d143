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
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reads the file as it comes, no faster than it is used, within bounds of bytes. */
@ApplicationScoped
class HttpSettlementFile implements SettlementFile {

    private static final Logger LOGGER = Logger.getLogger(HttpSettlementFile.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int IDLE_SECONDS = 30;
    private static final int LINE_BYTES_MOST = 4_096;
    private static final byte LINE_FEED = '\n';

    private final HttpClient http;
    private final ServiceUrls urls;
    private final ReconciliationConfig config;

    HttpSettlementFile(Vertx vertx, ServiceUrls urls, ReconciliationConfig config) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        this.urls = urls;
        this.config = config;
    }

    @Override
    public Multi<FileLine> fetch(Channel source, LocalDate date) {
        var request = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(address(source) + date + ".csv");
        return http.request(request)
                .flatMap(ready -> ready.send())
                .onItem()
                .transformToMulti(answer -> lines(source, answer))
                .onFailure(failure -> !(failure instanceof Refused))
                .transform(failure -> {
                    LOGGER.warnf("The file of %s, %s: %s", source, date, failure);
                    return new Refused(new FileFault.Broken("connection"));
                });
    }

    private String address(Channel source) {
        return switch (source) {
            case RAIL -> urls.of("rail") + "/rail/files/";
            case WALLET -> urls.of("wallet") + "/wallet/files/";
        };
    }

    private Multi<FileLine> lines(Channel source, HttpClientResponse answer) {
        if (answer.statusCode() != 200) {
            return Multi.createFrom().failure(new Refused(new FileFault.NotThere(answer.statusCode())));
        }
        var reader = new Reader(source, config.fileBytes());
        return answer.toMulti()
                .map(reader::read)
                .onCompletion()
                .invoke(reader::end)
                .onItem()
                .disjoint();
    }

    /** One file's reader: cuts what comes into lines and never holds more than a piece and the beginning of a line. */
    private static final class Reader {

        private final Channel source;
        private final long bytesMost;
        private Buffer rest = Buffer.buffer();
        private long bytes;
        private int number;

        Reader(Channel source, long bytesMost) {
            this.source = source;
            this.bytesMost = bytesMost;
        }

        List<FileLine> read(Buffer piece) {
            bytes += piece.length();
            if (bytes > bytesMost) {
                throw new Refused(new FileFault.TooLong(bytesMost));
            }
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
