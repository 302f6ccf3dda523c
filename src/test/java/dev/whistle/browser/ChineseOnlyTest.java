package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.Cases;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The four web applications, page by page: whoever reads only Chinese can read everything. */
@InBrowser
class ChineseOnlyTest {

    private static final int ENOUGH_TO_SEE = 4;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Desk desk;

    @Autowired
    private Cases cases;

    private String caseNo = "";

    @BeforeEach
    void aCaseToLookAt() {
        caseNo = desk.starts(
                "qingshui-1",
                "complaint",
                ComplaintStory.call(OffsetDateTime.now().minusMinutes(5).toString()));
    }

    @Test
    void tasklistOfAnOfficer(Office office) {
        LoginPage login = office.window("tasklist");
        Reader reader = reader(login.window());
        reader.readsWhatIsThere("login");
        login.window().expects("401 POST /camunda/api/admin/auth/user/default/login/tasklist");
        login.enter("qingshui-3", "wrong");
        reader.page().locator(".notifications .alert").first().waitFor();
        reader.readsWhatIsThere("login refused");

        TasklistPage tasklist = new TasklistPage(login.login("qingshui"));
        reader.readsWhatIsThere("tasklist");
        assertThat(reader.page().title()).isEqualTo("吹哨 任务办理");
        reader.clicks(".showShortcutHelp", "keys");
        reader.page().keyboard().press("Escape");
        reader.clicks("input[placeholder=筛选任务]", "what to search for");
        reader.clicks(".sorting-choice a >> nth=0", "how to sort");
        reader.clicks(".account .dropdown-toggle", "own menu");
        StartDialog call = tasklist.starts("投诉接访处理");
        reader.readsWhatIsThere("start form");
        call.refusesToStart();
        reader.readsWhatIsThere("start form refused");
        reader.clicks(".flatpickr-input", "calendar");
        reader.page().locator(".modal-footer").getByText("关闭").click();

        TaskPane task = tasklist.opens("签收并确定承办单位", caseNo);
        reader.readsWhatIsThere("task");
        task.claims();
        for (String tab : List.of("案件", "流程图", "说明", "表单")) {
            task.tab(tab);
            reader.readsWhatIsThere("task, " + tab);
        }
        task.form().field("承办单位").click();
        reader.readsWhatIsThere("units");
        reader.assertChinese();
    }

    @Test
    void tasklistOfAnAdministrator(Office office) {
        Reader reader = reader(office.tasklist("admin").window());
        reader.clicks("text=新建筛选器", "filter");
        for (String panel : List.of("条件", "权限", "变量")) {
            reader.clicks(".modal-dialog a:has-text('" + panel + "')", "filter, " + panel);
            reader.clicks(".modal-dialog >> text=添加" + panel, "filter, one more of " + panel);
        }
        reader.assertChinese();
    }

    @Test
    void cockpit(Office office) {
        Reader reader = reader(office.window("cockpit").login("admin"));
        List.of("", "processes", "decisions", "tasks", "repository")
                .forEach(page -> reader.reads("cockpit/default/#/" + page));
        String process = "process-definition/" + processDefinition() + "/runtime?tab=";
        List.of("process-instances-tab", "incidents-tab", "called-process-definitions-tab", "job-definition-tab")
                .forEach(tab -> reader.reads("cockpit/default/#/" + process + tab));
        reader.opensEachDialog();
        String instance = "process-instance/" + processInstance() + "/runtime?tab=";
        List.of(
                        "variables-tab",
                        "incidents-tab",
                        "called-process-instances-tab",
                        "user-tasks-tab",
                        "jobs-tab",
                        "external-tasks-tab")
                .forEach(tab -> reader.reads("cockpit/default/#/" + instance + tab));
        reader.reads("cockpit/default/#/" + instance + "user-tasks-tab");
        reader.opensEachDialog();
        engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .list()
                .forEach(it -> reader.reads("cockpit/default/#/decision-definition/" + it.getId()));
        reader.reads("cockpit/default/#/decision-instance/" + decisionInstance());
        filesOfEachKind()
                .forEach(file -> reader.reads(
                        "cockpit/default/#/repository?deployment=%s&resource=%s&resourceName=%s&viewbpmnjs="
                                .formatted(file.getDeploymentId(), file.getId(), file.getName())));
        reader.assertChinese();
    }

    @Test
    void theBoard(Office office) {
        Reader reader = reader(office.window("cockpit").login("district"));
        BoardAnswers.busy(reader.page()).behindThem(caseNo);
        List.of(
                        "dashboard",
                        "process-definition/" + processDefinition() + "/runtime",
                        "process-instance/" + processInstance() + "/runtime?tab=whistle-board-instance",
                        "board?figure=open",
                        "board")
                .forEach(page -> reader.reads("cockpit/default/#/" + page));
        reader.clicks("text=按月数据", "board, by month");
        reader.assertChinese();
    }

    @Test
    void admin(Office office) {
        Window window = office.window("admin").login("admin");
        Reader reader = reader(window);
        List.of("", "users", "user-create", "groups", "group-create", "tenants", "tenant-create")
                .forEach(page -> reader.reads("admin/default/#/" + page));
        List.of("profile", "account", "groups", "tenants")
                .forEach(tab -> reader.reads("admin/default/#/" + "users/qingshui?tab=" + tab));
        List.of("information", "users", "tenants")
                .forEach(tab -> reader.reads("admin/default/#/" + "groups/street-qingshui.officer?tab=" + tab));
        IntStream.range(0, 22)
                .forEach(resource -> reader.reads("admin/default/#/" + "authorization?resource=" + resource));
        reader.clicks("text=新建权限", "new authorization");
        List.of("system-settings-general", "system-settings-metrics", "diagnostics")
                .forEach(section -> reader.reads("admin/default/#/" + "system?section=" + section));
        reader.assertChinese();
    }

    @Test
    void welcome(Office office) {
        Window window = office.window("welcome").login("qingshui");
        Reader reader = reader(window);
        reader.reads("welcome/default/#!/welcome");
        reader.clicks("text=编辑资料", "profile");
        reader.page().reload();
        reader.clicks("a:has-text('修改密码')", "password");
        reader.assertChinese();
    }

    @Test
    void anApplicationThatIsNotForOfficers(Office office) {
        Window window = office.tasklist("qingshui").window();
        window.expects("403 GET /camunda/app/cockpit/default/");
        Reader reader = reader(window);
        reader.reads("cockpit/default/");
        assertThat(reader.page().title()).startsWith("吹哨");
        reader.assertChinese();
    }

    private Reader reader(Window window) {
        Set<String> ids = Ids.of(engine);
        ids.add(cases.get(caseNo).trackingCode());
        return new Reader(window, new Words(ids));
    }

    private String processDefinition() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("complaint")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String processInstance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .singleResult()
                .getId();
    }

    /** The application remembers what it once looked up: the table is asked again. */
    private String decisionInstance() {
        engine.getDecisionService()
                .evaluateDecisionTableByKey("time-limits", Map.of("kind", ComplaintProcess.ANSWER_CLOCK));
        return engine.getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    /** Cockpit shows all files of a kind in one way; what they say themselves the gate and FormRulesTest look at. */
    private List<Resource> filesOfEachKind() {
        return engine.getRepositoryService().createDeploymentQuery().list().stream()
                .flatMap(it -> engine.getRepositoryService().getDeploymentResources(it.getId()).stream())
                .collect(Collectors.groupingBy(it -> it.getName().replaceAll(".*\\.", "")))
                .values()
                .stream()
                .flatMap(it -> it.stream().limit(ENOUGH_TO_SEE))
                .toList();
    }
}
