package io.anju.sandbox.cardnetwork;

import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.callback.Signature;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Bounded;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.http.Names;
import io.anju.sandbox.idregistry.IdNumber;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.sms.Phone;
import io.anju.sandbox.sms.SmsGateway;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Binds a card to a token: the holder's details checked, then a code by SMS. The same card always gives the same token. */
public final class CardNetwork {
    private static final int REFERENCE_MOST = 64;
    private static final Duration CODE_VALID = Duration.ofMinutes(10);
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private record Started(UUID bindingId) {}

    private record Bound(String cardToken, String last4, String bank) {}

    private final InstantSource time;
    private final SmsGateway sms;
    private final Signature pseudonyms;
    private final Journal.Facts<Binding> changes;
    private final Map<UUID, Binding> bindings = new Bounded<>(20_000);
    private final Map<String, UUID> references = new Bounded<>(20_000);
    private final Faults faults = new Faults(0);
    private final SecureRandom random = new SecureRandom();

    /** A network that sends its codes through this gateway. */
    public CardNetwork(InstantSource time, SmsGateway sms, Signature pseudonyms, Journal journal) {
        this.time = time;
        this.sms = sms;
        this.pseudonyms = pseudonyms;
        this.changes = journal.facts("card.binding", Binding.class, this::apply);
    }

    private void apply(Binding binding) {
        bindings.put(binding.bindingId(), binding);
        if (binding.reference() != null) {
            references.put(binding.reference(), binding.bindingId());
        }
    }

    /** The network's addresses. */
    public void mount(Router router) {
        router.post("/card-network/bindings").handler(this::bind);
        router.post("/card-network/bindings/:id/confirmation").handler(this::confirm);
        faults.mount(router, "/card-network/faults");
    }

    private void bind(RoutingContext context) {
        var input = Input.of(context);
        var name = input.text("name", 100);
        var number = input.matching("idNumber", IdNumber.SHAPE);
        var card = new CardNumber(input.matching("cardNumber", CardNumber.SHAPE));
        var phone = input.matching("phone", Phone.SHAPE);
        var reference = input.findText("reference", REFERENCE_MOST);
        input.check();
        faults.refuseIfAsked();
        Names.refuseOutOfOrder(name);
        if (!card.checks()) {
            throw new ApiProblem(422, "CARD_NUMBER_UNKNOWN", "No card has this number.");
        }
        if (name.contains(Names.MISMATCH) || !new IdNumber(number).checks()) {
            throw new ApiProblem(422, "CARD_HOLDER_MISMATCH", "The card belongs to somebody else.");
        }
        var binding = findBegun(reference, card).orElseGet(() -> begin(reference, card, phone));
        answer(context, 201, new Started(binding.bindingId()));
    }

    /** The binding that was begun under this reference, once however often it is asked for; 409 if it is another card's. */
    private Optional<Binding> findBegun(Optional<String> reference, CardNumber card) {
        var begun = reference.map(references::get).map(bindings::get);
        if (begun.isPresent() && !begun.get().cardToken().equals(tokenOf(card))) {
            throw new ApiProblem(409, "REFERENCE_REUSED", "This reference stands for another card.");
        }
        return begun;
    }

    private Binding begin(Optional<String> reference, CardNumber card, String phone) {
        var code = "%06d".formatted(random.nextInt(1_000_000));
        var until = time.instant().plus(CODE_VALID);
        var binding = new Binding(
                UUID.randomUUID(),
                reference.orElse(null),
                tokenOf(card),
                card.last4(),
                card.bank(),
                code,
                until,
                0,
                false);
        changes.add(binding);
        var unused = sms.send(phone, "【卡组织】验证码 %s，用于绑定尾号 %s 的银行卡，10 分钟内有效。".formatted(code, card.last4()));
        return binding;
    }

    private void answer(RoutingContext context, int status, Object value) {
        context.vertx().setTimer(faults.delayMillis(), timer -> faults.answerOrHangUp(context, status, value));
    }

    private void confirm(RoutingContext context) {
        var input = Input.of(context);
        var code = input.matching("code", CODE);
        input.check();
        faults.refuseIfAsked();
        var binding = find(context.pathParam("id")).orElseThrow(() -> ApiProblem.notFound("binding"));
        if (binding.locked()) {
            throw new ApiProblem(409, "BINDING_LOCKED", "Too many wrong codes; start again.");
        }
        if (!binding.code().equals(code)) {
            changes.add(binding.withWrongCode());
            throw new ApiProblem(422, "CODE_WRONG", "This is not the code that was sent.");
        }
        if (!binding.confirmed()) {
            if (time.instant().isAfter(binding.codeValidUntil())) {
                throw new ApiProblem(409, "CODE_EXPIRED", "The code is too old; start again.");
            }
            changes.add(binding.bound());
        }
        answer(context, 200, new Bound(binding.cardToken(), binding.last4(), binding.bank()));
    }

    private Optional<Binding> find(String id) {
        try {
            return Optional.ofNullable(bindings.get(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String tokenOf(CardNumber card) {
        var code = pseudonyms.hmac(("card " + card.digits()).getBytes(StandardCharsets.UTF_8));
        return "tok_" + HexFormat.of().formatHex(code, 0, 12);
    }
}
