package io.anju.repayment.rail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.repayment.rail.remote.RailMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedReportsTest {
    private static final String SECRET = "between us";

    @TempDir
    Path folder;

    private SignedReports<RailMessage> reports;

    @BeforeEach
    void begin() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        reports = new SignedReports<>(secret, RailMessage::parseAll, RailMessage::outcome);
    }

    @Test
    void tellsWhatIsConcludedAndLeavesOutWhatIsOpen() throws Exception {
        byte[] body = bytes("{\"transactions\":[%s,%s]}".formatted(order("1", "PENDING"), order("2", "SUCCEEDED")));

        assertEquals(
                List.of(RailMessage.parseAll(bytes(order("2", "SUCCEEDED")))
                        .getFirst()
                        .outcome()
                        .orElseThrow()),
                reports.outcomes(body, signature(body)));
    }

    @Test
    void believesNobodyWithoutTheSignatureOfTheseBytes() throws Exception {
        byte[] body = bytes(order("1", "SUCCEEDED"));

        for (String header : new String[] {null, "", "sha256=", signature(bytes(order("2", "SUCCEEDED")))}) {
            assertEquals("CALLBACK_NOT_SIGNED", refusal(body, header).code());
            assertEquals(401, refusal(body, header).status());
        }
    }

    @Test
    void saysOfSignedNonsenseThatItCannotBeRead() throws Exception {
        for (String nonsense : List.of("", "{", "[]", "{}")) {
            byte[] body = bytes(nonsense);
            assertEquals("MALFORMED_REQUEST", refusal(body, signature(body)).code(), nonsense);
        }
    }

    private Problem refusal(byte[] body, @Nullable String header) {
        return assertThrows(ProblemException.class, () -> reports.outcomes(body, header))
                .problem();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String signature(byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(SECRET), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static String order(String reference, String state) {
        return "{\"transactionId\":\"t-%s\",\"reference\":\"%s\",\"state\":\"%s\",\"amount\":100}"
                .formatted(reference, reference, state);
    }
}
