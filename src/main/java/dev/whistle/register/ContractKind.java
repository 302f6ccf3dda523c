package dev.whistle.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** With whom a company has agreed to run a compound. */
public enum ContractKind {
    /** With the developer, before there is an assembly. */
    EARLY_STAGE("前期物业服务合同"),
    /** With the owners. */
    OWNERS("物业服务合同");

    private final String label;

    ContractKind(String label) {
        this.label = label;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** As models and programs say it: {@code early-stage}, {@code owners}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ContractKind> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
