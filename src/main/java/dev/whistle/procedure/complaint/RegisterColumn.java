package dev.whistle.procedure.complaint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a register of complaints, and where in {@link Complaint} each belongs. */
enum RegisterColumn {
    CHANNEL("渠道", "channel"),
    RECEIVED_AT("收到时间", "receivedAt"),
    UNIT("首次接待单位", "unit"),
    EXTERNAL_NO("来件编号", "externalNo"),
    NAME("投诉人", "complainant.name"),
    PHONE("联系电话", "complainant.phone"),
    ADDRESS("联系地址", "complainant.address"),
    COMPOUND("小区", "compoundId"),
    PLACE("发生地点", "address"),
    KIND("事由类别", "kind"),
    WEIGHT("重要程度", "weight"),
    MATTER("投诉事由", "matter"),
    DETAILS("详细情况", "details"),
    PLATFORM("投诉平台", "web.platform", "opinion.platform"),
    LINK("网址链接", "opinion.link"),
    PUBLICITY("影响程度", "opinion.major"),
    VISITORS("来访人数", "visit.visitors"),
    EVIDENCE("来访材料", "visit.evidence"),
    EVIDENCE_LIST("材料清单", "visit.evidenceList"),
    LEADER("批示领导", "instruction.leader"),
    WORDS("批示内容", "instruction.words"),
    INSTRUCTED_ON("批示日期", "instruction.on"),
    SPOT_ANSWER("当场答复内容", "onTheSpot.answer"),
    SATISFACTION("投诉人是否满意", "onTheSpot.satisfaction");

    private final String title;
    private final List<String> paths;

    RegisterColumn(String title, String... paths) {
        this.title = title;
        this.paths = List.of(paths);
    }

    /** What stands in the header. */
    String title() {
        return title;
    }

    /** A register without it is none; any other column may be left out. */
    boolean required() {
        return this == CHANNEL || this == RECEIVED_AT || this == MATTER;
    }

    static Optional<RegisterColumn> titled(String title) {
        return Arrays.stream(values()).filter(it -> it.title.equals(title)).findFirst();
    }

    /** The columns that a field is filled from: one, or for a part like {@code visit} several. */
    static List<RegisterColumn> of(String path) {
        return Arrays.stream(values())
                .filter(it -> it.paths.stream().anyMatch(own -> own.equals(path) || own.startsWith(path + ".")))
                .toList();
    }
}
