package io.anju.care.inbox.model;

import static io.anju.care.inbox.model.Template.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fact of a wallet calls for which message. */
class WalletMessagesTest {

    private static final String ID = "018f0000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({"false, WALLET_LINKED", "true, WALLET_UNLINK_UNDONE"})
    void tellsALinkApartFromAClosingThatWasUndone(boolean reopened, Template template) {
        var linked = Map.of("linkId", ID, "limit", 2_500_000, "automatic", true, "reopened", reopened);

        assertEquals(List.of(template), templates(FactMessages.of("anju.wallet.linked.v1", linked)));
    }

    @Test
    void warnsThatAClosingCanBeUndone() {
        var requested = Map.of("linkId", ID, "undoDate", "2026-12-04", "undoUntil", "2026-12-04T02:00:00Z");

        var drafts = FactMessages.of("anju.wallet.unlink-requested.v1", requested);

        assertEquals(List.of(WALLET_UNLINK_REQUESTED), templates(drafts));
        assertEquals(Template.Kind.RISK_HINT, WALLET_UNLINK_REQUESTED.kind());
    }

    @ParameterizedTest
    @CsvSource({
        "unlink-begun,              WALLET_UNLINK_BEGUN",
        "unlink-report-taken,       WALLET_UNLINK_REPORT_TAKEN",
        "unlink-instalment-settled, WALLET_UNLINK_INSTALMENT_SETTLED",
        "unlink-given-up,           WALLET_UNLINK_GIVEN_UP",
        "link-cancelled,            WALLET_LINK_CANCELLED",
    })
    void tellsEachStepOfAClosing(String step, Template template) {
        var done = Map.of("linkId", ID, "loanId", ID, "unlinkingId", ID, "impactSha256", "0".repeat(64));

        assertEquals(List.of(template), templates(FactMessages.of("anju.wallet." + step + ".v1", done)));
    }

    @ParameterizedTest
    @CsvSource({"true, WALLET_UNLINKED_CARD_PAYS", "false, WALLET_UNLINKED_NOTHING_PAYS"})
    void saysWhatPaysAfterAWalletAndPushesTheGuide(boolean card, Template template) {
        var unlinked = Map.of("linkId", ID, "loanId", ID, "nextDueDate", "2026-12-22", "cardBound", card);

        assertEquals(
                List.of(template, GUIDE_REPAYING), templates(FactMessages.of("anju.wallet.unlinked.v1", unlinked)));
    }

    @Test
    void saysOfAWalletWhoseLoanIsRepaidThatItIsClosed() {
        var unlinked = new java.util.HashMap<String, Object>(Map.of("linkId", ID, "cardBound", true));
        unlinked.put("nextDueDate", null);

        assertEquals(List.of(WALLET_UNLINKED), templates(FactMessages.of("anju.wallet.unlinked.v1", unlinked)));
    }

    @Test
    void saysThatCreditPaidNothingAndThatItIsBack() {
        var taken = Map.of("loanId", ID, "instalment", 3, "amount", 449_045);

        assertEquals(List.of(WALLET_CREDIT_TAKEN), templates(FactMessages.of("anju.wallet.credit-taken.v1", taken)));
        assertEquals(
                List.of(WALLET_CREDIT_RETURNED), templates(FactMessages.of("anju.wallet.credit-returned.v1", taken)));
    }

    @ParameterizedTest
    @CsvSource({"true, WALLET_STOPPED_CARD_PAYS", "false, WALLET_STOPPED_NOTHING_PAYS"})
    void saysWhatPaysWhereAWalletThatTookCreditIsNotDebitedAnyMore(boolean card, Template template) {
        var taken =
                Map.of("loanId", ID, "instalment", 3, "amount", 449_045, "automaticStopped", true, "cardBound", card);

        assertEquals(
                List.of(WALLET_CREDIT_TAKEN, template),
                templates(FactMessages.of("anju.wallet.credit-taken.v1", taken)));
    }

    private static List<Template> templates(List<Draft> drafts) {
        return drafts.stream().map(Draft::template).toList();
    }
}
