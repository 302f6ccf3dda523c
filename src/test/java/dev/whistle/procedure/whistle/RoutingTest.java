package dev.whistle.procedure.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.casefile.Cases;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every department's domain (JJ.A3.2), inside the built-up area and outside: the whole table, written down a second
 * time.
 */
@OnH2
class RoutingTest {

    private static final String UM = "dept-urban-management";

    /** lead[+others][ fast][ > who decides on a penalty], inside and, where it differs, outside. */
    private static final Map<String, String[]> TABLE = table();

    private static Map<String, String[]> table() {
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put(
                "illegal-construction",
                new String[] {UM + "+dept-natural-resources fast", "street-yuxikou+dept-natural-resources fast"});
        all.put("identified-construction", new String[] {UM + " fast", "street-yuxikou fast"});
        all.put("shared-parts", new String[] {UM, "street-yuxikou"});
        for (String kind : new String[] {"civil-defence", "company-violation", "load-bearing", "building-quality"}) {
            all.put(kind, new String[] {"dept-housing > " + UM});
        }
        for (String kind : new String[] {"toxic-discharge", "environment"}) {
            all.put(kind, new String[] {"dept-ecology > " + UM});
        }
        for (String kind : new String[] {"lifts", "prices", "unlicensed-trade", "lifts-prices"}) {
            all.put(kind, new String[] {"dept-market"});
        }
        for (String kind : new String[] {"public-order", "fireworks", "security-system", "tenancy", "obstruction"}) {
            all.put(kind, new String[] {"dept-police"});
        }
        all.put("gate-blocked", new String[] {"dept-police fast"});
        for (String kind : new String[] {"fire-lane", "fire-rules"}) {
            all.put(kind, new String[] {"dept-fire"});
        }
        all.put("premises-planning", new String[] {"dept-natural-resources > " + UM});
        all.put("mediation-guidance", new String[] {"dept-justice"});
        all.put("assembly-guidance", new String[] {"dept-civil-affairs"});
        all.put("telecom-power", new String[] {"dept-industry"});
        return all;
    }

    @Autowired
    private Routing routing;

    @Autowired
    private Cases cases;

    @Autowired
    private Desk desk;

    @Autowired
    private RepositoryService repository;

    @BeforeEach
    void aThursday() {
        desk.itIs("2026-09-10T02:00:00Z");
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    @Clause({
        "JJ.A3.2.1",
        "JJ.A3.2.2",
        "JJ.A3.2.3",
        "JJ.A3.2.4",
        "JJ.A3.2.5",
        "JJ.A3.2.6",
        "JJ.A3.2.7",
        "JJ.A3.2.8",
        "JJ.A3.2.9",
        "JJ.A3.2.10",
        "AP.M2"
    })
    void everyDomainInsideAndOutside() {
        String inside = at(WhistleStory.INSIDE, "wanli-1");
        String outside = at(WhistleStory.OUTSIDE, "yuxikou-1");
        TABLE.forEach((kind, row) -> {
            assertThat(route(kind, inside)).as(kind + " inside").contains(row[0]);
            assertThat(route(kind, outside)).as(kind + " outside").contains(row[row.length - 1]);
        });
        assertThat(route("other", inside)).isEmpty();
        assertThat(route("parking", inside)).isEmpty();
    }

    /** Every kind that a form offers has a row, but for what is offered so that nothing is lost. */
    @Test
    void everyKindThatIsOffered() throws IOException {
        String form =
                Files.readString(Path.of("forms/street-whistle/street-whistle.start.form"), StandardCharsets.UTF_8);
        String kinds = form.substring(form.indexOf("field_violationKind"), form.indexOf("field_matter\""));
        TABLE.keySet().stream()
                .filter(it -> !it.equals("obstruction") && !it.equals("lifts-prices"))
                .forEach(it -> assertThat(kinds).contains('"' + it + '"'));
        assertThat(TABLE.keySet()).allMatch(routing::knows);
        assertThat(routing.knows("witchcraft")).isFalse();
    }

    /** A designer who names a unit that is not there is told so. */
    @Test
    void aUnitThatIsNotThere() throws IOException {
        String table = Files.readString(Path.of("processes/whistle/whistle-routing.dmn"), StandardCharsets.UTF_8)
                .replace("\"dept-justice\"", "\"dept-magic\"");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> desk.as(
                        "designer",
                        () -> repository
                                .createDeployment()
                                .addString("whistle-routing.dmn", table)
                                .deploy()))
                .satisfies(it -> assertThat(((Problem) it).errors())
                        .singleElement()
                        .asString()
                        .contains("table.unit-unknown", "dept-magic"));
    }

    private String at(String compound, String by) {
        return desk.starts(
                by, ComplaintProcess.ID, ComplaintStory.in(compound, ComplaintStory.call("2026-09-10T09:40:00+08:00")));
    }

    private Optional<String> route(String kind, String caseNo) {
        return routing.of(kind, null, cases.get(caseNo))
                .map(it -> it.lead()
                        + (it.others().isEmpty() ? "" : "+" + String.join("+", it.others()))
                        + (it.fast() ? " fast" : "")
                        + (it.moved() ? " > " + it.power() : ""));
    }
}
