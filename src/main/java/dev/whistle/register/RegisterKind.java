package dev.whistle.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The registers that are kept of compounds and companies, in the order in which one refers to another. */
public enum RegisterKind {
    COMPANY("物业服务企业", "编号", false),
    COMPOUND("小区", "编号", false),
    MANAGER("项目经理", "任职开始", true),
    CONTRACT("物业服务合同", "合同编号", false),
    COMMITTEE("业主委员会", "任期开始", true),
    RESPONSIBILITY("管理责任", "开始日期", false),
    STANDBY("应急保障", "开始日期", true);

    private final String label;
    private final String key;
    private final boolean byStreets;

    RegisterKind(String label, String key, boolean byStreets) {
        this.label = label;
        this.key = key;
        this.byStreets = byStreets;
    }

    /** As officers call it, and its sheet. */
    public String label() {
        return label;
    }

    /** As programs say it: {@code company}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RegisterKind> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Title of the column by which entries about one place are told apart. */
    public String key() {
        return key;
    }

    /** Whether streets keep it for their own compounds; the others are the district office's. */
    public boolean byStreets() {
        return byStreets;
    }
}
