package dev.whistle.procedure.assignment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of an order, in the words of models ({@code signed-for}) and of officers. */
enum OrderState {
    PLACED("已下达", false),
    SIGNED_FOR("已签收", false),
    REPORTED("已报办结", false),
    /** Not yet to quality, while there is time: to be put right. */
    RETURNED("退回补办", false),
    /** Not to quality: counted against the unit, and to be done again. */
    POOR("未按质完成，责成重办", false),
    DONE("核查通过", true),
    WITHDRAWN("交办单未发出", true),
    CANCELLED("已取消", true);

    private final String label;
    private final boolean over;

    OrderState(String label, boolean over) {
        this.label = label;
        this.over = over;
    }

    String label() {
        return label;
    }

    /** Whether nothing more is to be done. */
    boolean over() {
        return over;
    }

    /** Whether it is to be done again by another last day. */
    boolean again() {
        return this == RETURNED || this == POOR;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OrderState> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
