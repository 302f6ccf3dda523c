package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.testing.Desk;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each role sees its own; what is others' is not there for it, by whatever address it asks. */
@InBrowser
class EachRoleTest {

    /** Of Wanli, run by company 5: nobody else but the district has to do with it. */
    private static final String COMPOUND = "compound-05";

    @Autowired
    private Desk desk;

    @Test
    void whatIsOthersIsNotThere(Office office) {
        String caseNo = desk.starts("wanli", ComplaintProcess.ID, in(COMPOUND, call(yesterday())));

        Page own = office.tasklist("wanli").window().page();
        assertThat(asks(own, addresses(caseNo))).allMatch(it -> it.equals(200));

        for (String other : List.of("police", "company-3", "guandou-1")) {
            Window window = office.tasklist(other).window();
            addresses(caseNo).forEach(it -> window.expects("404 GET " + it));
            Page page = window.page();
            assertThat(asks(page, addresses(caseNo))).as(other).allMatch(it -> it.equals(404));
            page.evaluate("no => location.hash = '#/case/' + no", caseNo);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有找到案件 " + caseNo);
        }
    }

    /** A page of a case asks for all of these. */
    private static List<String> addresses(String caseNo) {
        String at = "/api/cases/" + caseNo;
        return List.of(at, at + "/timeline", at + "/path", at + "/events", at + "/contacts", at + "/sanctions");
    }

    /** How the server answers somebody who types an address, or has it sent by a colleague. */
    private static Collection<?> asks(Page page, List<String> addresses) {
        return (Collection<?>)
                page.evaluate("async all => Promise.all(all.map(async it => (await fetch(it)).status))", addresses);
    }

    private static String yesterday() {
        return OffsetDateTime.now(ZoneOffset.ofHours(8))
                .withNano(0)
                .minusDays(1)
                .toString();
    }
}
