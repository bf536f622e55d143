package io.anju.sandbox.page;

import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.sms.SmsGateway;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** One page that a person can read: the messages that would have been sent, and what answers here. */
public final class HomePage {
    private static final int SHOWN_MOST = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>安居沙箱 · Anju sandbox</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="10">
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1a2b2a;background:#fbfaf7}
            h1{font-size:1.3rem;margin:.2rem 0}h2{font-size:1.05rem;margin-top:1.6rem}p{margin:.3rem 0}
            ol{list-style:none;padding:0}li{background:#fff;border:1px solid #ddd8cc;border-radius:.5rem;padding:.6rem .8rem;margin:.5rem 0;overflow-wrap:anywhere}
            small{color:#5b6664}code{background:#efece4;padding:0 .25rem;border-radius:.2rem;overflow-wrap:anywhere}
            dt{font-weight:600;margin-top:.5rem}dd{margin:0}form{display:flex;gap:.5rem;flex-wrap:wrap}input,button{font:inherit;padding:.35rem .6rem}
            </style></head><body>
            <h1>安居沙箱 <small>Anju sandbox</small></h1>
            <p>开发与测试用的外部世界：没有真实短信、银行卡或登记。<br><small>The outside world for development and tests. Nothing here is real.</small></p>
            <p>业务日期 <small>business date</small>：<strong>%s</strong></p>
            <h2>短信 <small>SMS</small></h2>
            <form><label for="to" hidden>手机号 phone</label><input id="to" name="to" inputmode="tel" placeholder="手机号 phone" value="%s"><button>查 find</button></form>
            <ol>%s</ol>
            <h2>接口 <small>what answers here</small></h2>
            <dl>
            <dt>短信 SMS</dt><dd><code>/sms/messages</code></dd>
            <dt>身份核验 ID registry</dt><dd><code>/id-registry/checks</code></dd>
            <dt>征信 credit bureau</dt><dd><code>/bureau/reports</code></dd>
            <dt>不动产登记 property registry</dt><dd><code>/property-registry/registrations</code></dd>
            <dt>卡组织 card network</dt><dd><code>/card-network/bindings</code></dd>
            <dt>支付通道 payment rail</dt><dd><code>/rail/debits</code> <code>/rail/payouts</code> <code>/rail/files/{date}.csv</code> <code>/rail/faults</code></dd>
            <dt>信用钱包 credit wallet</dt><dd><code>/wallet/link-codes</code> <code>/wallet/accounts/{wallet}</code> <code>/wallet/notices</code> <code>/wallet/faults</code></dd>
            <dt>业务日期 business date</dt><dd><code>/business-date</code></dd>
            </dl></body></html>
            """;

    private final SmsGateway sms;
    private final BusinessDate date;

    /** A page over these. */
    public HomePage(SmsGateway sms, BusinessDate date) {
        this.sms = sms;
        this.date = date;
    }

    /** The page's address. */
    public void mount(Router router) {
        router.get("/").handler(this::show);
    }

    private void show(RoutingContext context) {
        var to = context.request().getParam("to", "");
        var list = sms.list(to, SHOWN_MOST).stream().map(HomePage::item).collect(Collectors.joining());
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader(
                        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .end(PAGE.formatted(
                        date.today(), escaped(to), list.isEmpty() ? "<li>还没有短信。No messages yet.</li>" : list));
    }

    private static String item(SmsGateway.Message message) {
        return "<li><small>%s → %s</small><br>%s</li>"
                .formatted(TIME.format(message.at()), escaped(message.to()), escaped(message.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
