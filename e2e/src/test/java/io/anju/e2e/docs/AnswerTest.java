package io.anju.e2e.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            {"id":"1","state":"A"}                       | {"state":"B","id":"2"}                          | true
            {"id":"1"}                                   | {"id":"1","state":"A"}                          | false
            {"id":"1","list":[{"number":1,"dueD…         | {"id":"1","list":[],"next":null}                | true
            {"id":"1","list":[{"number":1,"dueD…         | {"id":"1"}                                      | false
            {"type":"t","title":"a","status":403,"code"… | {"type":"t","title":"b","status":404,"code":"N"} | false
            {"type":"t","title":"a","status":403,"code":"R"} | {"type":"t","title":"a","status":403,"code":"S"} | false
            HTTP/1.1 401 Unauthorized                    | HTTP/1.1 403 Forbidden                          | false
            curl: (22) The requested URL returned error: 403 | curl: (22) The requested URL returned error: 403 | true
            %PDF-1.6178501 bytes                         | %PDF-1.6178502 bytes                            | true
            """)
    void comparesStatusesCodesAndMembersAndNothingElse(String shown, String answered, boolean alike) {
        assertEquals(alike, Answer.of(List.of(shown)).shows(Answer.of(List.of(answered))));
    }
}
