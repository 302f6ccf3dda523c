package dev.whistle.procedure.whistle;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the division of duties says to a case, and whom its whistle has called, as forms and messages say it. */
@Component
class WhistleFacts implements CaseFactSource {

    /** As many as the form has rows for. */
    static final int ROWS = 4;

    private final Routing routing;
    private final Whistles whistles;
    private final Particulars particulars;
    private final Units units;

    WhistleFacts(Routing routing, Whistles whistles, Particulars particulars, Units units) {
        this.routing = routing;
        this.whistles = whistles;
        this.particulars = particulars;
        this.units = units;
    }

    /** By what a case is routed. */
    private record Asked(@Nullable String kind, @Nullable String area) {}

    @Override
    public List<CaseFact> facts() {
        return Stream.concat(
                        Stream.of(
                                CaseFact.open("whistle.lead", "建议的牵头部门编号", route(Route::lead)),
                                CaseFact.open("whistle.proposal", "职责分工建议", this::proposal),
                                CaseFact.open("whistle.area", "小区所在区域", this::area),
                                CaseFact.open("whistle.moved", "处罚权划转情况", this::moved),
                                of(
                                        "whistle.in-charge",
                                        "吹哨牵头部门",
                                        it -> whistles.lead(it).map(units::nameOf)),
                                of("whistle.current", "吹哨牵头部门编号", whistles::lead),
                                of("whistle.referrals", "吹哨交办经过", whistles::told),
                                of("whistle.returned-by", "退回部门编号", whistles::returnedBy),
                                of("whistle.not-reported", "尚未反馈的协办部门", whistles::notReported),
                                of("whistle.bound", "交办决定", this::bound)),
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> CaseFact.open(
                                        "whistle.other-" + (row + 1),
                                        "建议的协办部门编号" + (row + 1),
                                        file -> found(file)
                                                .filter(it -> it.others().size() > row)
                                                .map(it -> it.others().get(row)))))
                .toList();
    }

    private static CaseFact of(String id, String name, Function<String, Optional<String>> ofCase) {
        return CaseFact.open(id, name, file -> ofCase.apply(file.caseNo()));
    }

    private Function<CaseFile, Optional<String>> route(Function<Route, String> what) {
        return file -> found(file).map(what);
    }

    private Optional<Route> found(CaseFile file) {
        Asked asked = asked(file);
        return routing.of(asked.kind(), asked.area(), file);
    }

    private Optional<String> proposal(CaseFile file) {
        Asked asked = asked(file);
        if (routing.waitsForArea(asked.kind(), asked.area(), file)) {
            return Optional.of("建成区内由职能部门负责，建成区外由镇街负责，请先明确地点是否在建成区");
        }
        return found(file)
                .map(it -> "%s牵头%s%s%s（依据 %s）"
                        .formatted(
                                units.nameOf(it.lead()),
                                it.others().isEmpty()
                                        ? ""
                                        : "，"
                                                + it.others().stream()
                                                        .map(units::nameOf)
                                                        .collect(Collectors.joining("、"))
                                                + "协办",
                                it.fast() ? "，从快办理" : "",
                                it.moved() ? "，处罚权已划转" + units.nameOf(it.power()) : "",
                                it.clause()));
    }

    private Optional<String> area(CaseFile file) {
        return Optional.ofNullable(routing.builtUp(null, file)).map(it -> it ? "建成区内" : "建成区外");
    }

    /** Of the department that has been asked. */
    private Optional<String> moved(CaseFile file) {
        Asked asked = asked(file);
        return whistles.lead(file.caseNo())
                .flatMap(it -> routing.led(asked.kind(), asked.area(), file, it))
                .filter(Route::moved)
                .map(it -> "该事项的处罚权已划转" + units.nameOf(it.power()) + "，需要处罚的，自收到投诉之日起三个工作日内移交");
    }

    private Optional<String> bound(String caseNo) {
        return whistles.current(caseNo).filter(Referral::bound).map(it -> "由区办公室或者区领导确定，请签收办理，不再退回");
    }

    private Asked asked(CaseFile file) {
        Map<String, String> all =
                particulars.of(file.caseNo()).stream().collect(Collectors.toMap(Particular::name, Particular::value));
        String kind = all.get("violationKind");
        return new Asked(kind == null ? ofComplaint(all.get("matterKind")) : kind, all.get("area"));
    }

    /** A kind of complaint counts where the table has it. */
    private @Nullable String ofComplaint(@Nullable String matterKind) {
        return matterKind != null && routing.isInTable(matterKind) ? matterKind : null;
    }
}
