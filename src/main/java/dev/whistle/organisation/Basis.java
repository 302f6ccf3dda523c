package dev.whistle.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what basis a compound is run by whoever runs it (JJ.A8.3.2, JJ.A4.2.2, AS.10). */
public enum Basis {
    /** A company by its contract with the owners, or with the developer at first. */
    CONTRACT("物业服务合同", Runner.COMPANY),
    /** A company on commission of street, committee or management committee, for a time. */
    EMERGENCY("应急管理委托", Runner.COMPANY),
    /** The state-owned company, which has taken over. */
    TAKEOVER("国有企业接管", Runner.COMPANY),
    /** The owners themselves. */
    SELF_RUN("业主自行管理", Runner.OWNERS),
    /** The community, or the street's non-profit service centre: what a compound gets that nobody manages. */
    BASIC_SERVICE("社区基本服务", Runner.UNIT);

    private enum Runner {
        COMPANY,
        UNIT,
        OWNERS
    }

    private final String label;
    private final Runner runner;

    Basis(String label, Runner runner) {
        this.label = label;
        this.runner = runner;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** As models and programs say it: {@code contract}, {@code basic-service}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Basis> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Whether it is for the time being only, until somebody takes the compound over. */
    public boolean interim() {
        return this == EMERGENCY || this == BASIC_SERVICE;
    }

    /** Whether a property company does it. */
    public boolean byCompany() {
        return runner == Runner.COMPANY;
    }

    /** Whether a community or a street does it. */
    public boolean byUnit() {
        return runner == Runner.UNIT;
    }
}
