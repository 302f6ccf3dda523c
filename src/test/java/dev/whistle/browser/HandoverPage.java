package dev.whistle.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

/** The page of a case's handover list, on a tablet. */
final class HandoverPage {

    private static final int STROKES = 12;

    private final Window window;
    private final Page page;

    HandoverPage(Window window) {
        this.window = window;
        this.page = window.page();
        main().locator(".whistle-cards").waitFor();
    }

    static HandoverPage opened(TasklistPage tasklist, String caseNo) {
        tasklist.window().page().evaluate("caseNo => location.hash = '#/handover/' + caseNo", caseNo);
        return new HandoverPage(tasklist.window());
    }

    Window window() {
        return window;
    }

    Locator main() {
        return page.locator("main.whistle-handover");
    }

    /** The card of an item. */
    Locator card(String item) {
        return main().locator(".whistle-item").filter(new Locator.FilterOptions().setHasText(item));
    }

    /** What stands in the card that is open. */
    Locator body() {
        return main().locator(".whistle-card-body:visible");
    }

    HandoverPage opens(String item) {
        card(item).locator(".whistle-card-head").click();
        return this;
    }

    /** Presses one of a few large choices. */
    HandoverPage chooses(String text) {
        body().locator(".whistle-choices label")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    /** The field of this name, as the server calls it. */
    Locator field(String name) {
        return body().locator("[id$='-" + name.replace('.', '-') + "']");
    }

    HandoverPage enters(String name, String text) {
        field(name).fill(text);
        return this;
    }

    /** Somebody signs with a finger. */
    HandoverPage signs(String side) {
        Locator pad = field(side + ".signature");
        pad.scrollIntoViewIfNeeded();
        BoundingBox box = pad.boundingBox();
        CDPSession finger = page.context().newCDPSession(page);
        touches(finger, "touchStart", box.x + box.width / 4, box.y + box.height / 4);
        for (int i = 1; i <= STROKES; i++) {
            double along = box.width / 2 * i / STROKES;
            double up = box.height / 4 * (i % 2 == 0 ? 1 : 2);
            touches(finger, "touchMove", box.x + box.width / 4 + along, box.y + box.height / 4 + up);
        }
        JsonObject up = new JsonObject();
        up.addProperty("type", "touchEnd");
        up.add("touchPoints", new JsonArray());
        finger.send("Input.dispatchTouchEvent", up);
        finger.detach();
        return this;
    }

    private static void touches(CDPSession finger, String type, double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    HandoverPage records() {
        body().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("登记").setExact(true))
                .click();
        return this;
    }
}
