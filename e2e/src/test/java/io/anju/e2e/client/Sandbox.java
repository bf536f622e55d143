package io.anju.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The outside world, as its own people see it: text messages on a phone, the calendar on the wall, the rail's book. */
public record Sandbox(Api api) {

    private static final List<String> SERVICES =
            List.of("identity-service", "loan-service", "contract-service", "repayment-service", "care-service");

    /** Columns of the rail's daily file. */
    private static final int KIND = 2;

    private static final int STATE = 3;
    private static final int AMOUNT = 6;

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

    /** Sets the calendar, also back: for the beginning of a story. */
    public void beginOn(LocalDate date) {
        move(Map.of("date", date.toString(), "backwards", true));
    }

    /** What the rail took from cards on that business date in fen, debit by debit, as its own daily file has it. */
    public List<Long> debitsOn(LocalDate date) {
        return api.get("/rail/files/" + date + ".csv")
                .expect(200)
                .text()
                .lines()
                .map(line -> List.of(line.split(",")))
                .filter(line ->
                        line.get(KIND).equals("DEBIT") && line.get(STATE).equals("SUCCEEDED"))
                .map(line -> Long.parseLong(line.get(AMOUNT)))
                .toList();
    }

    public void moveTo(LocalDate date) {
        move(Map.of("date", date.toString()));
    }

    /** Again until all have seen it: a service that is held up does not count as following. */
    private void move(Map<String, Object> wish) {
        Mortgage.await("the business date", () -> {
            var seenBy = api.put("/business-date", wish).expect(200).json().path("seenBy");
            return SERVICES.stream()
                    .allMatch(service ->
                            seenBy.valueStream().map(JsonNode::asText).anyMatch(service::equals));
        });
    }
}
