package io.anju.identity.export.model;

import io.anju.identity.model.Wording;
import java.util.List;

/** What a copy consists of, in the order in which it is shown; each part is a table. */
public enum Part {
    ACCOUNT(
            new Wording("Your account", "账户信息"),
            new Column("phone", "Phone", "手机号"),
            new Column("name", "Name", "姓名"),
            new Column("idNumber", "ID number", "身份证号"),
            new Column("faceReference", "Reference of the face comparison", "人脸比对参考号"),
            new Column("level", "Level", "认证等级"),
            Column.moment("registeredAt", "Registered", "注册时间"),
            Column.moment("realNameCheckedAt", "Real name checked", "实名核验时间")),
    NOTICES(
            new Wording("Privacy notices you accepted", "已接受的隐私政策"),
            new Column("version", "Version", "版本"),
            new Column("sha256", "SHA-256", "SHA-256"),
            Column.moment("acceptedAt", "Accepted", "接受时间")),
    CONSENTS(
            new Wording("Consents, refusals and withdrawals", "同意、拒绝与撤回记录"),
            new Column("purpose", "Purpose", "用途"),
            new Column("version", "Version", "版本"),
            new Column("channel", "Channel or recipient", "渠道或接收方"),
            new Column("decision", "Decision", "决定"),
            Column.moment("decidedAt", "When", "时间"),
            new Column("receiptId", "Receipt", "回执编号")),
    ACCESS_RECORDS(
            new Wording("Who read your data", "个人信息查阅记录"),
            new Column("reader", "Reader", "查阅方"),
            new Column("readerKind", "Kind", "类型"),
            new Column("purpose", "Purpose", "用途"),
            new Column("fields", "Data", "信息"),
            new Column("resourceKind", "What was read", "查阅对象"),
            new Column("resourceId", "Its number", "对象编号"),
            Column.moment("readAt", "When", "时间")),
    CONTACTS(
            new Wording("Contacts by partner agencies", "合作机构联系记录"),
            new Column("agency", "Agency", "机构"),
            new Column("purpose", "Purpose", "用途"),
            new Column("channel", "Channel", "渠道"),
            new Column("code", "Outcome", "结果"),
            Column.moment("decidedAt", "When", "时间")),
    COMPLAINTS(
            new Wording("Steps of your complaints", "投诉进展记录"),
            new Column("complaint", "Complaint", "投诉编号"),
            new Column("step", "Step", "步骤"),
            new Column("code", "About, or outcome", "类别或结果"),
            Column.moment("toldAt", "When", "时间")),
    WALLET_LINKS(
            new Wording("Steps of your wallet links", "钱包关联进展记录"),
            new Column("link", "Link", "关联编号"),
            new Column("step", "Step", "步骤"),
            Column.moment("toldAt", "When", "时间")),
    PHONE_CHANGES(
            new Wording("Changes of your phone", "手机号变更记录"),
            Column.moment("openedAt", "Asked for", "申请时间"),
            Column.moment("completedAt", "Done", "完成时间")),
    RECOVERIES(
            new Wording("Recoveries of your account at a counter", "网点账户恢复记录"),
            new Column("state", "State", "状态"),
            new Column("papers", "What you showed", "出示的证件"),
            new Column("faceReference", "Reference of the face comparison", "人脸比对参考号"),
            Column.moment("proposedAt", "Proposed", "申请时间"),
            Column.moment("decidedAt", "Decided", "决定时间"),
            Column.moment("completedAt", "Done", "完成时间")),
    SESSIONS(
            new Wording("Devices that signed in", "登录设备"),
            new Column("device", "Device", "设备"),
            new Column("method", "Method", "方式"),
            Column.moment("openedAt", "Signed in", "登录时间"),
            Column.moment("lastUsedAt", "Last used", "最近使用"),
            Column.moment("endedAt", "Ended", "结束时间")),
    PASSKEYS(
            new Wording("Passkeys", "通行密钥"),
            new Column("name", "Name", "名称"),
            new Column("authenticator", "Model (AAGUID)", "型号(AAGUID)"),
            new Column("attestation", "Attestation", "制造商证明"),
            new Column("attestationTrust", "Attestation trusted", "证明是否可信"),
            new Column("transports", "Reached by", "连接方式"),
            new Column("backedUp", "Backed up", "是否已备份"),
            Column.moment("enrolledAt", "Enrolled", "登记时间"),
            Column.moment("lastUsedAt", "Last used", "最近使用"),
            Column.moment("backupChangedAt", "Backup changed", "备份变更时间"),
            Column.moment("counterWentBackAt", "Counter went back", "计数器回退时间"),
            Column.moment("revokedAt", "Revoked", "移除时间")),
    PROOFS(
            new Wording("Acts you proved", "核验记录"),
            new Column("act", "Act", "操作"),
            new Column("resource", "On", "对象"),
            new Column("method", "Method", "方式"),
            new Column("state", "State", "状态"),
            Column.moment("openedAt", "When", "时间")),
    RISK_DECISIONS(
            new Wording("Automated risk decisions", "自动化风险决定"),
            new Column("act", "Act", "操作"),
            new Column("outcome", "Outcome", "结果"),
            new Column("reason", "Reason", "理由"),
            new Column("score", "Score", "评分"),
            new Column("contributions", "What the score consists of", "评分构成"),
            Column.moment("decidedAt", "When", "时间")),
    HOLDS(
            new Wording("Acts that were held", "被拦截的操作"),
            new Column("act", "Act", "操作"),
            new Column("resource", "On", "对象"),
            new Column("amountFen", "Amount (fen)", "金额（分）"),
            new Column("reason", "Reason", "理由"),
            new Column("remedy", "What clears it", "解除方法"),
            new Column("documents", "Documents", "所需材料"),
            new Column("state", "State", "状态"),
            Column.moment("heldAt", "Held", "拦截时间"),
            Column.moment("decidedAt", "Decided", "决定时间"),
            Column.moment("usedAt", "Let through", "放行使用时间")),
    ALERTS(
            new Wording("Alerts about your account", "账户风险提示"),
            new Column("kind", "Kind", "类型"),
            new Column("state", "State", "状态"),
            Column.moment("raisedAt", "Raised", "提示时间"),
            Column.moment("closedAt", "Closed", "关闭时间")),
    ELSEWHERE(
            new Wording("What other services hold, and where you get it", "其他系统持有的信息及获取方式"),
            new Column("service", "Service", "系统"),
            new Column("what", "What", "内容"),
            new Column("where", "Where", "获取方式"));

    /** Entries of a part in a copy, at most; the newest. Nobody reads more, and a transaction must end. */
    public static final int ENTRIES_MAX = 10_000;

    /**
     * @param key name of the member in JSON
     * @param moment whether it holds an instant
     */
    public record Column(String key, Wording head, boolean moment) {
        Column(String key, String en, String zh) {
            this(key, new Wording(en, zh), false);
        }

        private static Column moment(String key, String en, String zh) {
            return new Column(key, new Wording(en, zh), true);
        }
    }

    private final Wording title;
    private final List<Column> columns;

    Part(Wording title, Column... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    public Wording title() {
        return title;
    }

    public List<Column> columns() {
        return columns;
    }
}
