package dev.whistle.cost;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.dispatched;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static dev.whistle.procedure.complaint.ComplaintStory.tellingNobody;
import static dev.whistle.procedure.complaint.ComplaintStory.visited;

import dev.whistle.cost.CountedCase.Desk;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;

/** One complaint from start form to archive on whatever engine, by the same acts. */
final class ComplaintLife {

    private static final String RECEIVED = "2026-09-10T09:40:00+08:00";
    private static final Desk COMMUNITY = new Desk("wanli-1", "community-wanli-1.officer");
    private static final Desk STREET = new Desk("wanli", "street-wanli.officer");
    private static final Desk FIRE = new Desk("fire", "dept-fire.officer");
    private static final Desk HOTLINE = new Desk("hotline", "hotline.officer");

    private final ProcessEngine engine;
    private final Way way;

    private ComplaintLife(ProcessEngine engine, Way way) {
        this.engine = engine;
        this.way = way;
    }

    /** The ways in, by what their case goes through. */
    enum Way {
        ON_THE_SPOT("answered on the spot", COMMUNITY, ComplaintStory::answeredCall),
        PHONE("telephone", COMMUNITY, ComplaintStory::call),
        VISIT("visit, with evidence", COMMUNITY, ComplaintStory::visit),
        WEB("web", HOTLINE, ComplaintStory::web),
        HOTLINE_12345("hotline", HOTLINE, ComplaintStory::hotline),
        OPINION("online opinion", HOTLINE, ComplaintStory::opinion),
        INSTRUCTION("leader's instruction", COMMUNITY, ComplaintStory::instruction);

        private final String label;
        private final Desk first;
        private final Function<String, Map<String, Object>> form;

        Way(String label, Desk first, Function<String, Map<String, Object>> form) {
            this.label = label;
            this.first = first;
            this.form = form;
        }

        String label() {
            return label;
        }
    }

    /** What a complaint costs that comes in this way, once caches are warm. */
    static Statements counted(ProcessEngine engine, Way way) {
        return CountedCase.warm(() -> new ComplaintLife(engine, way).live());
    }

    private CountedCase live() {
        CountedCase complaint = CountedCase.begun(engine, way.first, ComplaintProcess.ID, way.form.apply(RECEIVED));
        if (way == Way.ON_THE_SPOT) {
            return complaint;
        }
        if (way == Way.VISIT) {
            complaint.does(COMMUNITY, Tasks.KEEP_EVIDENCE, new HashMap<>(Map.of("evidenceKept", "照片4张")));
        }
        if (way.first == HOTLINE) {
            Map<String, Object> form = dispatched("dept-fire");
            complaint.does(HOTLINE, Tasks.DISPATCH, way == Way.OPINION ? tellingNobody(form) : form);
        } else {
            complaint.does(STREET, Tasks.SIGN_FOR, signed("dept-fire"));
        }
        complaint.does(FIRE, Tasks.INVESTIGATE, investigated("2026-09-13"));
        complaint.does(FIRE, Tasks.ANSWER, answered());
        complaint.does(way.first, FollowUpProcess.Tasks.VISIT, visited("2026-09-13", Satisfaction.SATISFIED));
        return complaint;
    }
}
