package dev.whistle.procedure.companyexit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an exit, or the handover of a compound, leaves in a company's credit file (JJ.A8.3.2, AP.7, YQ.P5); the credit procedure (P07) takes it up. */
enum CreditKind {
    BLACKLISTED("列入黑名单"),
    SUBSIDY_CANCELLED("取消奖补资格"),
    HANDOVER_REFUSED("拒不移交"),
    HANDOVER_OVERDUE("逾期没有移交");

    private final String label;

    CreditKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<CreditKind> of(boolean blacklisted, boolean subsidyCancelled) {
        List<CreditKind> kinds = new ArrayList<>();
        if (blacklisted) {
            kinds.add(BLACKLISTED);
        }
        if (subsidyCancelled) {
            kinds.add(SUBSIDY_CANCELLED);
        }
        return List.copyOf(kinds);
    }

    /** The kinds that a text names, parted by blanks. */
    static List<CreditKind> named(String codes) {
        return Arrays.stream(values())
                .filter(it -> List.of(codes.split(" ")).contains(it.code()))
                .toList();
    }
}
