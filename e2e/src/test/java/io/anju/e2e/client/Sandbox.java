package io.anju.e2e.client;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** The outside world, as its own people see it: text messages on a phone, the calendar on the wall, the rail's book. */
public record Sandbox(Api api) {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    /** The code in the newest message to this phone. */
    public String newestCode(String phone) {
        var text = api.get("/sms/messages?limit=1&to=" + phone)
                .expect(200)
                .json()
                .at("/items/0/text")
                .asText();
        var found = CODE.matcher(text);
        if (!found.find()) {
            throw new AssertionError("no code in the newest message: " + text);
        }
        return found.group();
    }

    public LocalDate businessDate() {
        return LocalDate.parse(api.get("/business-date").expect(200).at("/date"));
    }

    public void moveTo(LocalDate date) {
        api.put("/business-date", Map.of("date", date.toString())).expect(200);
    }
}
