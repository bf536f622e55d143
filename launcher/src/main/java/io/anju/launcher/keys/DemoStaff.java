package io.anju.launcher.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One invented person for each staff role, and two risk officers since holds are cleared by two. */
final class DemoStaff {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CODE_BYTES = 9;

    private static final List<Map.Entry<String, String>> PEOPLE = List.of(
            Map.entry("Zhao", "loan-officer"),
            Map.entry("Qian", "approver"),
            Map.entry("Sun", "teller"),
            Map.entry("Li", "risk-officer"),
            Map.entry("Zhou", "risk-officer"),
            Map.entry("Wu", "compliance"),
            Map.entry("Zheng", "auditor"),
            Map.entry("Wang", "admin"));

    private DemoStaff() {}

    static void once(Path file) {
        SecretFiles.onceText(file, DemoStaff::generate);
    }

    static List<DemoPerson> read(Path file) {
        try {
            return List.of(JSON.readValue(SecretFiles.read(file), DemoPerson[].class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(file + " is damaged", damaged);
        }
    }

    private static String generate() {
        var people = new ArrayList<DemoPerson>();
        PEOPLE.forEach(person ->
                people.add(new DemoPerson(person.getKey(), person.getValue(), SecretFiles.randomText(CODE_BYTES))));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(people) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
