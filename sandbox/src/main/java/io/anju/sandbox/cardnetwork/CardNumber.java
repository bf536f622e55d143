package io.anju.sandbox.cardnetwork;

import java.util.Map;
import java.util.regex.Pattern;

/** A bank card's number: 12 to 19 digits, the last of which checks the others (ISO/IEC 7812-1, Luhn). */
record CardNumber(String digits) {
    static final Pattern SHAPE = Pattern.compile("[0-9]{12,19}");

    private static final Map<String, String> BANKS = Map.of(
            "622202", "中国工商银行",
            "621700", "中国建设银行",
            "622848", "中国农业银行",
            "621661", "中国银行",
            "622588", "招商银行");

    boolean checks() {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    String last4() {
        return digits.substring(digits.length() - 4);
    }

    String bank() {
        return BANKS.getOrDefault(digits.substring(0, 6), "示例银行");
    }
}
