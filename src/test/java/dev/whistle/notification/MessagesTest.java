package dev.whistle.notification;

import static dev.whistle.procedure.complaint.ComplaintStory.NAME;
import static dev.whistle.procedure.complaint.ComplaintStory.PHONE;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.clock.Clocks;
import dev.whistle.notification.CaseMessages.CaseMessage;
import dev.whistle.procedure.undelivered.UndeliveredProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import dev.whistle.testing.TableDump;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told to whom, by which way, once and at last, with real servers on the other side. */
class MessagesTest {

    @Nested
    @OnH2
    class H2 extends Told {}

    @Nested
    @OnPostgres
    class PostgreSql extends Told {}

    abstract static class Told {

        private static final String MORNING = "2026-09-10T02:00:00Z";

        @Autowired
        Desk desk;

        @Autowired
        Clocks clocks;

        @Autowired
        Jobs jobs;

        @Autowired
        TestCarriers carriers;

        @Autowired
        CaseMessages messages;

        @Autowired
        Dispatch dispatch;

        @Autowired
        Timeline timeline;

        @Autowired
        RuntimeService runtime;

        @Autowired
        RepositoryService repository;

        @Autowired
        TaskService tasks;

        @Autowired
        IdentityService identities;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @Autowired
        Clock clock;

        @LocalServerPort
        int port;

        private final Gateway gateway = new Gateway();
        private String deployment = "";
        private String caseNo = "";
        private int mailPort;
        private @Nullable GreenMail mailbox;

        @BeforeEach
        void aCase() throws IOException {
            jobs.clear();
            db.update("delete from whistle.message");
            deployment = repository
                    .createDeployment()
                    .addClasspathResource("dev/whistle/notification/t-notices.bpmn")
                    .deploy()
                    .getId();
            desk.itIs(MORNING);
            caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            mailPort = freePort();
            carriers.open(Channel.MAIL, new MailCarrier(server(mailPort), "whistle@office.example"));
            gatewayAnswersWithin(Duration.ofSeconds(10));
        }

        @AfterEach
        void clean() {
            carriers.closeAll();
            gateway.close();
            if (mailbox != null) {
                mailbox.stop();
            }
            jobs.clear();
            repository.deleteDeployment(deployment, true);
            desk.itIsNow();
        }

        @Test
        @Clause("JJ.A7.3.5")
        void theComplainantIsToldByTextMessage() {
            tell("complaint.limit-told", "complainant", null, "complaint.answer", null);

            CaseMessage waiting = only();
            assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
            assertThat(gateway.received).isEmpty();
            work();

            assertThat(gateway.received).hasSize(1);
            Gateway.Post post = gateway.received.get(0);
            assertThat(post.token()).isEqualTo("Bearer secret-token");
            assertThat(post.key()).isEqualTo(waiting.id());
            assertThat(post.body())
                    .contains("\"to\":\"" + PHONE + "\"")
                    .contains("\"id\":\"" + waiting.id() + "\"")
                    .contains(caseNo, "2026年9月28日", "消防通道被堵");
            CaseMessage sent = only();
            assertThat(sent.state()).isEqualTo(MessageState.SENT);
            assertThat(sent.sentAt()).isEqualTo(Instant.parse(MORNING));
            assertThat(sent.recipientName()).isEqualTo("投诉人");
            assertThat(sent.phone()).contains("****");
            assertThat(jobs.background()).isEmpty();
        }

        @Test
        void aBlockThatRunsTwiceWritesOneMessageAndOneJob() {
            tell("complaint.answered", "complainant", null, null, null);
            tell("complaint.answered", "complainant", null, null, null);

            assertThat(messages.of(caseNo)).hasSize(1);
            assertThat(jobs.background()).hasSize(1);
            tell("complaint.answered", "complainant", null, null, "second");
            assertThat(messages.of(caseNo)).hasSize(2);
        }

        @Test
        void whatIsRolledBackTellsNobody() {
            transaction.executeWithoutResult(status -> {
                tell("complaint.answered", "complainant", null, null, null);
                status.setRollbackOnly();
            });

            assertThat(messages.of(caseNo)).isEmpty();
            assertThat(jobs.background()).isEmpty();
        }

        @Test
        void officersOfAUnitGetMailInChinese() throws Exception {
            mailIsUp();
            tell("complaint.assigned", "officers", "street-wanli", null, null);
            work();

            List<String> recipients = new ArrayList<>();
            for (MimeMessage mail : mails()) {
                recipients.add(mail.getAllRecipients()[0].toString());
                assertThat(mail.getSubject()).isEqualTo("投诉" + caseNo + "已交由你单位办理");
                assertThat(mail.getContent().toString()).contains("事由：消防通道被堵", "收到日期：2026年9月10日");
                assertThat(mail.getHeader("Message-ID")[0]).endsWith("@whistle>");
            }
            assertThat(recipients).containsExactlyInAnyOrder("wanli@jiujiang.example", "wanli-lead@jiujiang.example");
            assertThat(messages.of(caseNo)).extracting(CaseMessage::state).containsOnly(MessageState.SENT);
            assertThat(messages.of(caseNo)).extracting(CaseMessage::phone).containsOnlyNulls();
        }

        @Test
        void leadsOnlyWhereLeadsAreMeantAndTheFirstUnitWhereNoneIsNamed() throws Exception {
            mailIsUp();
            tell("clock.reminder", "leads", "street-wanli", "complaint.answer", null);
            work();

            assertThat(mails()).hasSize(1);
            assertThat(mails()[0].getAllRecipients()[0]).hasToString("wanli-lead@jiujiang.example");
            assertThat(mails()[0].getSubject()).isEqualTo("案件" + caseNo + "的“投诉答复期限”将到");
            desk.itIs("2026-09-11T02:00:00Z");
            tell("clock.reminder", "leads", "street-wanli", "complaint.answer", null);
            assertThat(messages.of(caseNo)).as("again on another day").hasSize(2);
            tell("clock.breached", "leads", null, "complaint.answer", null);
            assertThat(only("clock.breached").recipient())
                    .as("a community without a lead: its officers")
                    .isEqualTo("wanli-1");
        }

        /** Of several clocks of a kind the one that is meant is spoken of, and each of them once a day. */
        @Test
        void oneOfSeveralClocksOfAKindIsSpokenOf() {
            for (String occasion : List.of("dept-fire", "dept-police")) {
                Instant from =
                        Instant.parse(occasion.equals("dept-fire") ? "2026-09-09T01:00:00Z" : "2026-09-10T01:00:00Z");
                transaction.executeWithoutResult(
                        status -> clocks.arm(caseNo, "complaint.dispatch", occasion, null, from));
                tell("clock.reminder", "leads", "street-wanli", "complaint.dispatch", occasion, null);
            }

            assertThat(messages.of(caseNo))
                    .extracting(CaseMessage::text)
                    .satisfiesExactlyInAnyOrder(
                            text -> assertThat(text).contains("2026年9月16日"),
                            text -> assertThat(text).contains("2026年9月17日"));
        }

        @Test
        void whoHasNoAddressGetsNoneAndThatShows() {
            User user = identities.createUserQuery().userId("wanli-lead").singleResult();
            String mail = user.getEmail();
            try {
                user.setEmail(null);
                identities.saveUser(user);
                tell("clock.reminder", "leads", "street-wanli", "complaint.answer", null);
            } finally {
                user = identities.createUserQuery().userId("wanli-lead").singleResult();
                user.setEmail(mail);
                identities.saveUser(user);
            }

            assertThat(only().state()).isEqualTo(MessageState.NOT_SENT);
            assertThat(only().reason()).isEqualTo(Reason.NO_MAIL);
            assertThat(jobs.background()).isEmpty();
        }

        @Test
        void aChannelThatIsClosedMakesNoNoise() {
            carriers.closeAll();
            tell("complaint.answered", "complainant", null, null, null);

            assertThat(only().state()).isEqualTo(MessageState.NOT_SENT);
            assertThat(only().reason()).isEqualTo(Reason.CHANNEL_CLOSED);
            assertThat(jobs.background()).isEmpty();
        }

        @Test
        void aMailServerThatIsUnreachableForADayLosesNothing() throws Exception {
            for (int i = 1; i <= 3; i++) {
                tell("complaint.assigned", "officers", "dept-fire", null, "round " + i);
                passUntil(clock.instant().plus(Duration.ofMinutes(7)));
            }
            passUntil(Instant.parse(MORNING).plus(Duration.ofHours(24)));
            int waiting = messages.of(caseNo).size();
            assertThat(messages.of(caseNo)).extracting(CaseMessage::state).containsOnly(MessageState.WAITING);
            assertThat(jobs.background().size()).isLessThanOrEqualTo(waiting + 3);

            mailIsUp();
            passUntil(Instant.parse(MORNING).plus(Duration.ofHours(29)));

            assertThat(mails()).as("everything, once").hasSize(waiting);
            assertThat(messages.of(caseNo)).extracting(CaseMessage::state).containsOnly(MessageState.SENT);
            List<String> ids = messages.of(caseNo).stream()
                    .filter(it -> it.recipient().equals("fire"))
                    .map(it -> "<" + it.id() + "@whistle>")
                    .toList();
            List<String> arrived = new ArrayList<>();
            for (MimeMessage mail : mails()) {
                if (mail.getAllRecipients()[0].toString().startsWith("fire@")) {
                    arrived.add(mail.getHeader("Message-ID")[0]);
                }
            }
            assertThat(arrived).as("in order").containsExactlyElementsOf(ids);
            assertThat(jobs.background()).isEmpty();
            assertThat(undelivered()).isEmpty();
        }

        @Test
        void aGatewayThatStumblesIsTriedAgainUnderTheSameKey() {
            gateway.answers(500, 408, 200);
            tell("complaint.answered", "complainant", null, null, null);
            work();
            assertThat(only().state()).isEqualTo(MessageState.WAITING);
            assertThat(only().tries()).isEqualTo(1);
            work();
            assertThat(gateway.received).as("not before its time").hasSize(1);
            passUntil(clock.instant().plus(Duration.ofMinutes(10)));

            assertThat(only().state()).isEqualTo(MessageState.SENT);
            assertThat(gateway.received).hasSize(3);
            assertThat(gateway.received.stream().map(Gateway.Post::key).distinct())
                    .hasSize(1);
        }

        @Test
        void aSlowGatewayIsNotWaitedFor() {
            gateway.slow = Duration.ofSeconds(2);
            gatewayAnswersWithin(Duration.ofMillis(300));
            tell("complaint.answered", "complainant", null, null, null);
            work();
            assertThat(only().state()).isEqualTo(MessageState.WAITING);
            gateway.slow = Duration.ZERO;
            gatewayAnswersWithin(Duration.ofSeconds(10));
            passUntil(clock.instant().plus(Duration.ofMinutes(2)));
            assertThat(only().state()).isEqualTo(MessageState.SENT);
        }

        @Test
        void aWrongTokenIsNoFaultOfTheMessages() {
            gateway.answers(401, 401, 200, 200);
            tell("complaint.answered", "complainant", null, null, null);
            tell("complaint.answered", "complainant", null, null, "second");
            work();
            assertThat(messages.of(caseNo)).extracting(CaseMessage::state).containsOnly(MessageState.WAITING);
            passUntil(clock.instant().plus(Duration.ofHours(1)));
            assertThat(messages.of(caseNo)).extracting(CaseMessage::state).containsOnly(MessageState.SENT);
        }

        @Test
        @Clause("JJ.A7.3.5")
        void whatIsRefusedIsTheOfficesToTell() {
            gateway.answers(400);
            tell("complaint.answered", "complainant", null, null, null);
            work();

            assertThat(only("complaint.answered").state()).isEqualTo(MessageState.UNDELIVERABLE);
            assertThat(only("complaint.answered").reason()).isEqualTo(Reason.REFUSED);
            assertThat(only(UndeliveredProcess.Messages.UNDELIVERABLE, "district")
                            .state())
                    .isEqualTo(MessageState.WAITING);
            assertThat(undelivered()).hasSize(1);
            assertThat(desk.sees("district", caseNo)).contains(UndeliveredProcess.Tasks.TELL_OTHERWISE);
            assertThat(desk.sees("wanli", caseNo)).doesNotContain(UndeliveredProcess.Tasks.TELL_OTHERWISE);
            Map<String, Object> shown = tasks.getVariables(undelivered().get(0).getId());
            assertThat(shown)
                    .containsEntry("recipient", "投诉人（短信）")
                    .containsEntry("reason", "对方服务器或者短信平台拒收")
                    .containsEntry("messageName", "告知已答复");

            desk.does("district", caseNo, UndeliveredProcess.Tasks.TELL_OTHERWISE, told());

            assertThat(only("complaint.answered").state()).isEqualTo(MessageState.TOLD_OTHERWISE);
            assertThat(undelivered()).isEmpty();
            assertThat(lines()).contains("短信“告知已答复”未能送达投诉人：对方服务器或者短信平台拒收", "另行告知或者再发", "登记另行告知");
            assertNowhereInTheEngine();
        }

        @Test
        void whatIsGivenUpCanBeSentAgain() {
            gateway.down = true;
            tell("complaint.answered", "complainant", null, null, null);
            passUntil(Instant.parse(MORNING).plus(Duration.ofHours(53)));

            assertThat(only("complaint.answered").state()).isEqualTo(MessageState.UNDELIVERABLE);
            assertThat(only("complaint.answered").reason()).isEqualTo(Reason.GIVEN_UP);
            assertThat(undelivered()).hasSize(1);
            assertThat(gateway.received).hasSizeBetween(12, 25);

            gateway.down = false;
            Map<String, Object> again = told();
            again.keySet()
                    .removeAll(List.of(UndeliveredProcess.Variables.TOLD_BY, UndeliveredProcess.Variables.TOLD_AT));
            again.put(UndeliveredProcess.Variables.NEXT, UndeliveredProcess.Next.AGAIN);
            desk.does("district", caseNo, UndeliveredProcess.Tasks.TELL_OTHERWISE, again);
            assertThat(only("complaint.answered").state()).isEqualTo(MessageState.WAITING);
            assertThat(only("complaint.answered").tries()).isZero();
            work();

            assertThat(only("complaint.answered").state()).isEqualTo(MessageState.SENT);
            assertThat(undelivered()).isEmpty();
            assertThat(lines()).contains("短信“告知已答复”未能送达投诉人：多次重发未成功，已停止重发", "再发一次");
        }

        @Test
        void aLandlineTakesNoTextMessage() {
            Map<String, Object> form = new HashMap<>(call("2026-09-10T09:40:00+08:00"));
            form.put("callerPhone", "0553-3833333");
            caseNo = desk.starts("wanli-1", "complaint", form);
            tell("complaint.answered", "complainant", null, null, null);
            work();

            assertThat(gateway.received).isEmpty();
            assertThat(only("complaint.answered").reason()).isEqualTo(Reason.NOT_MOBILE);
            assertThat(undelivered()).hasSize(1);
            tell("complaint.answered", "complainant", null, null, "second");
            work();
            assertThat(undelivered()).as("one a message").hasSize(2);
        }

        /** A case in which nobody plays the part has nobody to tell, which is no failure. */
        @Test
        void nobodyIsToldWhereNobodyPlaysThePart() {
            tell("complaint.answered", "respondent", null, null, null);
            work();

            assertThat(messages.of(caseNo)).extracting(CaseMessage::recipient).doesNotContain("respondent");
            assertThat(undelivered()).isEmpty();
        }

        @Test
        void aMailboxThatIsNotThereIsTheOfficesToKnow() throws Exception {
            tell("clock.reminder", "leads", "street-wanli", "complaint.answer", null);
            try (RefusingMailServer refusing = new RefusingMailServer(mailPort)) {
                work();
            }
            assertThat(only("clock.reminder").reason()).isEqualTo(Reason.REFUSED);
            assertThat(undelivered()).hasSize(1);
        }

        @Test
        void itIsReadWithTheCase() {
            tell("complaint.limit-told", "complainant", null, "complaint.answer", null);
            work();
            var answer = Http.program(port, "wanli").get("/api/cases/" + caseNo + "/messages");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).hasSize(1);
            assertThat(answer.json().get(0).get("stateName").asText()).isEqualTo("已发出");
            assertThat(answer.json().get(0).get("channelName").asText()).isEqualTo("短信");
            assertThat(answer.body()).doesNotContain(PHONE);
            assertThat(Http.program(port, "guandou")
                            .get("/api/cases/" + caseNo + "/messages")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void itCostsFewStatements() {
            Statements cost = new Statements();
            cost.add(() -> tell("complaint.assigned", "officers", "street-wanli", null, "cost"));
            assertThat(cost.sql().stream().filter(it -> it.contains("whistle.message")))
                    .as("two steps, two recipients each")
                    .hasSize(2);
        }

        /** Two nodes whose executors got different jobs find the same messages waiting. */
        @Test
        void twoAtOnceSendEveryMessageOnce() throws Exception {
            gateway.slow = Duration.ofMillis(150);
            for (int i = 0; i < 4; i++) {
                tell("complaint.answered", "complainant", null, null, "occasion " + i);
            }
            List<Thread> nodes = List.of(new Thread(this::dispatch), new Thread(this::dispatch));
            nodes.forEach(Thread::start);
            for (Thread node : nodes) {
                node.join();
            }

            assertThat(gateway.received).hasSize(4);
            assertThat(gateway.received.stream().map(Gateway.Post::key)).doesNotHaveDuplicates();
            assertThat(messages.of(caseNo)).extracting(CaseMessage::state).containsOnly(MessageState.SENT);
        }

        private void dispatch() {
            transaction.executeWithoutResult(status -> dispatch.run("SMS"));
        }

        private void assertNowhereInTheEngine() {
            assertThat(TableDump.of(db, "public", "act_ru")).doesNotContain(PHONE, NAME);
            assertThat(TableDump.of(db, "public", "act_hi")).doesNotContain(PHONE, NAME);
            assertThat(TableDump.of(db, "whistle", "message")).contains("告知已答复").doesNotContain(PHONE, NAME);
        }

        private static Map<String, Object> told() {
            Map<String, Object> form = new HashMap<>();
            form.put(UndeliveredProcess.Variables.NEXT, UndeliveredProcess.Next.TOLD);
            form.put(UndeliveredProcess.Variables.TOLD_BY, "phone");
            form.put(UndeliveredProcess.Variables.TOLD_AT, "2026-09-10T09:50:00+08:00");
            form.put("note", "已电话告知本人。");
            return form;
        }

        private void tell(
                String event, String to, @Nullable String unit, @Nullable String about, @Nullable String occasion) {
            tell(event, to, unit, about, null, occasion);
        }

        private void tell(
                String event,
                String to,
                @Nullable String unit,
                @Nullable String about,
                @Nullable String aboutOccasion,
                @Nullable String occasion) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("clockOccasion", aboutOccasion);
            variables.put("event", event);
            variables.put("to", to);
            variables.put("unit", unit);
            variables.put("clock", about);
            variables.put("occasion", occasion);
            runtime.startProcessInstanceByKey("t-notices", caseNo, variables);
        }

        private void work() {
            jobs.runDue(clock.instant());
        }

        /** Time passes from job to job, as the executor would see it. */
        private void passUntil(Instant end) {
            for (int step = 0; step < 500; step++) {
                work();
                Instant next = jobs.background().stream()
                        .map(it -> it.getDuedate().toInstant())
                        .min(Instant::compareTo)
                        .orElse(end);
                desk.itIs((next.isAfter(end) ? end : next).toString());
                if (!next.isBefore(end)) {
                    work();
                    return;
                }
            }
            throw new AssertionError("time does not pass");
        }

        private CaseMessage only() {
            List<CaseMessage> all = messages.of(caseNo);
            assertThat(all).hasSize(1);
            return all.get(0);
        }

        private CaseMessage only(String event) {
            List<CaseMessage> all = messages.of(caseNo).stream()
                    .filter(it -> it.event().equals(event))
                    .toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }

        private CaseMessage only(String event, String user) {
            return messages.of(caseNo).stream()
                    .filter(it -> it.event().equals(event) && it.recipient().equals(user))
                    .findFirst()
                    .orElseThrow();
        }

        private List<Task> undelivered() {
            return tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseNo)
                    .processDefinitionKey(UndeliveredProcess.ID)
                    .list();
        }

        private List<String> lines() {
            return timeline.of(caseNo).stream()
                    .filter(it -> it.kind() != EventKind.READ)
                    .map(CaseEvent::name)
                    .toList();
        }

        private void gatewayAnswersWithin(Duration time) {
            carriers.open(
                    Channel.SMS,
                    new SmsGateway(new NotificationSettings.Sms(
                            gateway.address(), "secret-token", Duration.ofSeconds(5), time)));
        }

        private void mailIsUp() {
            mailbox = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mailbox.start();
        }

        private MimeMessage[] mails() {
            return mailbox == null ? new MimeMessage[0] : mailbox.getReceivedMessages();
        }

        private static JavaMailSenderImpl server(int port) {
            JavaMailSenderImpl server = new JavaMailSenderImpl();
            server.setHost("127.0.0.1");
            server.setPort(port);
            server.getJavaMailProperties()
                    .putAll(Map.of("mail.smtp.connectiontimeout", "2000", "mail.smtp.timeout", "2000"));
            return server;
        }

        private static int freePort() throws IOException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            }
        }
    }

    /** A text message gateway that remembers what it got. */
    static final class Gateway implements AutoCloseable {

        record Post(String token, String key, String body) {}

        final List<Post> received = Collections.synchronizedList(new ArrayList<>());
        volatile Duration slow = Duration.ZERO;
        volatile boolean down;
        private final Deque<Integer> answers = new ArrayDeque<>();
        private final HttpServer server;

        Gateway() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException busy) {
                throw new IllegalStateException(busy);
            }
            server.createContext("/sms", exchange -> {
                received.add(new Post(
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                try {
                    Thread.sleep(slow.toMillis());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                exchange.sendResponseHeaders(next(), -1);
                exchange.close();
            });
            server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
            server.start();
        }

        URI address() {
            return URI.create("http://localhost:" + server.getAddress().getPort() + "/sms");
        }

        synchronized void answers(Integer... status) {
            answers.addAll(Arrays.asList(status));
        }

        private synchronized int next() {
            if (down) {
                return 503;
            }
            Integer status = answers.poll();
            return status == null ? 200 : status;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /** A mail server that knows nobody. */
    static final class RefusingMailServer implements AutoCloseable {

        private final ServerSocket socket;

        RefusingMailServer(int port) throws IOException {
            socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
            Thread serving = new Thread(this::serve);
            serving.setDaemon(true);
            serving.start();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var client = socket.accept();
                        var in = new java.io.BufferedReader(
                                new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                        var out = client.getOutputStream()) {
                    say(out, "220 nobody");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        if (line.startsWith("RCPT")) {
                            say(out, "550 no such mailbox");
                        } else if (line.startsWith("QUIT")) {
                            say(out, "221 bye");
                            break;
                        } else {
                            say(out, "250 ok");
                        }
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            }
        }

        private static void say(java.io.OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
