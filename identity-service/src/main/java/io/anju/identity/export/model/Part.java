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
            Column.moment("readAt", "When", "时间")),
    CONTACTS(
            new Wording("Contacts by partner agencies", "合作机构联系记录"),
            new Column("agency", "Agency", "机构"),
            new Column("purpose", "Purpose", "用途"),
            new Column("channel", "Channel", "渠道"),
            new Column("code", "Outcome", "结果"),
            Column.moment("decidedAt", "When", "时间")),
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
            Column.moment("decidedAt", "When", "时间")),
    ELSEWHERE(
            new Wording("What other services hold, and where you get it", "其他系统持有的信息及获取方式"),
            new Column("service", "Service", "系统"),
            new Column("what", "What", "内容"),
            new Column("where", "Where", "获取方式"));

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
