package io.anju.loan.document.http;

import io.anju.loan.Desk;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An upload that has begun and ends when the test says so: HTTP/1.1 by hand, since a client sends when it likes. */
final class SlowUpload implements AutoCloseable {

    private final Socket socket;

    /** Sends the first bytes of a document. */
    SlowUpload(int port, String path, String token) throws IOException {
        socket = new Socket("localhost", port);
        send("""
                POST %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/octet-stream
                Transfer-Encoding: chunked
                Connection: close

                """.formatted(path, token).replace("\n", "\r\n"));
        chunk(new String(Desk.PDF, StandardCharsets.US_ASCII));
    }

    /** Sends the last bytes. */
    void end(String last) throws IOException {
        chunk(last);
        send("0\r\n\r\n");
    }

    /** The whole answer, status line first. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void chunk(String bytes) throws IOException {
        send(Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n");
    }

    private void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
