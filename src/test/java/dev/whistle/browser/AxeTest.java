package dev.whistle.browser;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.compoundhandover.HandoverDesk;
import dev.whistle.testing.Desk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What axe-core finds on every page of ours, and on Cockpit's that have parts of ours, that would keep somebody with a
 * screen reader, a keyboard alone or weak eyes from working: nothing serious.
 */
@InBrowser
class AxeTest {

    private static final String AXE = script();

    /** Pages behind a route of their own, with an officer who may open each. */
    private static final Map<String, String> PAGES = Map.of(
            "patrols",
            "wanli-1",
            "imports",
            "district",
            "contacts",
            "wanli",
            "desk",
            "wanli-lead",
            "done",
            "wanli-1",
            "help",
            "wanli",
            "registers",
            "district",
            "board",
            "wanli-lead");

    /**
     * What is Camunda's: the diagram (bpmn-js'), and on Cockpit's own pages the grey of its footer and signs without a name
     * that switch the application, fold a section or act on an instance.
     */
    private static final List<String> NOT_OURS = List.of(
            ".djs-container",
            "footer[cam-widget-footer]",
            ".app-switch",
            "button[ng-click^=toggleSection]",
            ".btn-suspend-action",
            "a[uib-tooltip]");

    private static final String RUN = """
            ([place, notOurs]) => axe.run({ include: [[place]], exclude: notOurs.map(it => [it]) }, { resultTypes: ['violations'] })
              .then(({ violations }) => violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
                  `${id}: ${help} | ${target} | ${failureSummary}`)))""";

    @Autowired
    private Desk desk;

    @Autowired
    private HandoverDesk handover;

    @Autowired
    private Responsibilities responsibilities;

    private final Map<String, List<?>> found = new LinkedHashMap<>();

    @Test
    void nothingSerious(Office office) {
        Map<String, Object> form = in(
                "compound-05",
                call(OffsetDateTime.now(ZoneOffset.ofHours(8))
                        .withNano(0)
                        .minusDays(1)
                        .toString()));
        form.put(Variables.MATTER, "鮨鮫漏水");
        String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, form);
        Window window = office.tasklist("wanli").window();
        Page page = window.page();

        TaskPane task = new TasklistPage(window)
                .goesTo(desk.taskOf(caseNo, Tasks.SIGN_FOR).getId(), "签收并确定承办单位");
        new CaseTab(task);
        look(window, "the case tab", ".whistle-case");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("案件对照"))
                .click();
        page.locator(".whistle-beside .whistle-timeline").waitFor();
        look(window, "the case beside the form", ".whistle-beside");
        page.keyboard().press("Escape");
        look(window, "the field in the header", ".whistle-search");
        new Keys(page).press("Control+Alt+s").types("鮨鮫").press("Enter");
        page.locator(".whistle-searching").getByText("共找到 1 件。").first().waitFor();
        look(window, "search", "main");
        page.keyboard().press("Enter");
        page.locator(".djs-element.whistle-active").waitFor();
        look(window, "the case page", "main");
        Map<String, Window> windows = new HashMap<>(Map.of("wanli", window));
        PAGES.forEach((name, officer) -> {
            Window other =
                    windows.computeIfAbsent(officer, it -> office.tasklist(it).window());
            if (name.equals("board")) {
                BoardAnswers.busy(other.page());
            }
            other.page().evaluate("name => location.hash = '#/' + name", name);
            other.page().locator("main h2").waitFor();
            look(other, name, "main");
        });
        Window cockpit = office.window("cockpit").login("district");
        BoardAnswers.busy(cockpit.page());
        cockpit.page().navigate("/camunda/app/cockpit/default/#/dashboard");
        cockpit.page().locator(".whistle-brief .whistle-streets").waitFor();
        look(cockpit, "the board in short in Cockpit", "body");
        String instance = desk.taskOf(caseNo, Tasks.SIGN_FOR).getProcessInstanceId();
        cockpit.page().navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        cockpit.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("办理情况"))
                .click();
        cockpit.page().locator(".whistle-short .whistle-timeline").waitFor();
        look(cockpit, "an instance in Cockpit", "body");
        List<Responsibility> before = responsibilities.history("compound-05");
        try {
            HandoverPage list = HandoverPage.opened(
                    office.tablet("wanli"),
                    handover.leaves(
                            "compound-05",
                            "application",
                            LocalDate.now(ZoneOffset.ofHours(8)).plusDays(30).toString()));
            list.opens("物业服务用房").chooses("交清");
            look(list.window(), "a handover list", "main");
        } finally {
            handover.restores("compound-05", before);
        }

        assertThat(found)
                .allSatisfy(
                        (where, violations) -> assertThat(violations).as(where).isEmpty());
    }

    private void look(Window window, String where, String place) {
        window.settles();
        window.page().evaluate(AXE + "; 0");
        found.put(where, (List<?>) window.page().evaluate(RUN, List.of(place, NOT_OURS)));
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(AxeTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
