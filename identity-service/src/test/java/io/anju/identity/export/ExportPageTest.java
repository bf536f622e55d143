package io.anju.identity.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.identity.export.model.Export;
import io.anju.identity.export.model.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportPageTest {
    private static final Instant AT = Instant.parse("2026-11-29T16:30:15.9Z");

    @Test
    void tellsTheTimeInBeijing() throws Exception {
        String page = page(
                "en",
                Map.of(
                        Part.ACCOUNT, """
                        [{"phone":"13800000001","registeredAt":"2026-12-31T15:59:59.9Z"}]""",
                        Part.SESSIONS, """
                        [{"device":"phone","openedAt":"2026-12-31T16:00:00.123456+00:00","endedAt":null}]"""));

        assertTrue(page.contains(">2026-11-30 00:30:15<"), page);
        assertTrue(page.contains(">2026-12-31 23:59:59<"), page);
        assertTrue(page.contains(">2027-01-01 00:00:00<"), page);
        assertTrue(page.contains("Beijing time"), page);
        assertFalse(page.contains("+00:00"), page);
        assertFalse(page.contains("Z<"), page);
    }

    @Test
    void onAPhoneEachCellSaysWhatItIs() throws Exception {
        String page = page("zh", Map.of(Part.PASSKEYS, "[{\"name\":\"我的手机\"}]"));

        assertTrue(page.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\""), page);
        assertTrue(page.contains("<td data-head=\"名称\">我的手机</td>"), page);
        assertTrue(page.contains("content:attr(data-head)"), page);
        assertTrue(page.contains("北京时间"), page);
    }

    @Test
    void itsPolicyNamesItsVeryStyleAndNothingElse() throws Exception {
        String page = page("en", Map.of());

        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "sandbox; default-src 'none'; style-src 'sha256-"
                        + Base64.getUrlEncoder().encodeToString(hash) + "'",
                ExportPage.POLICY);
        assertFalse(style.contains("&"), style);
    }

    @Test
    void whatPeopleWroteStaysText() throws Exception {
        String page = page("en", Map.of(Part.PASSKEYS, "[{\"name\":\"<script>alert(1)</script>\\u0007&\"}]"));

        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;<"), page);
        assertFalse(page.contains("<script>"), page);
    }

    @Test
    void showsWhatAScoreConsistsOf() throws Exception {
        String page = page(
                "en",
                Map.of(Part.RISK_DECISIONS, "[{\"score\":30,\"contributions\":{\"newDevice\":20,\"newPlace\":10}}]"));

        assertTrue(page.contains(">newDevice 20, newPlace 10<"), page);
    }

    private static String page(String language, Map<Part, String> parts) throws Exception {
        var content = new EnumMap<Part, JsonNode>(Part.class);
        for (var part : parts.entrySet()) {
            content.put(part.getKey(), new ObjectMapper().readTree(part.getValue()));
        }
        var opening = new Export.Opening(UUID.randomUUID(), UUID.randomUUID(), language, AT);
        return ExportPage.of(new Exports.Copy(new Export.Ready(opening, AT, AT.plusSeconds(3_600)), content, Map.of()));
    }
}
