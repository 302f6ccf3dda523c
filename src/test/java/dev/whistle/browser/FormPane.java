package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByLabelOptions;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;

/** A form as the form viewer shows it. Fields are found by their labels, as people and screen readers do. */
final class FormPane {

    private final Locator form;

    FormPane(Locator around) {
        form = around.locator("form.fjs-form");
        form.waitFor();
    }

    FormPane enters(String label, String text) {
        field(label).fill(text);
        return this;
    }

    FormPane ticks(String option) {
        form.getByLabel(option, new GetByLabelOptions().setExact(true)).check();
        return this;
    }

    /** Types a part of a name into a list with search and takes the one entry that is left. */
    FormPane finds(String label, String typed, String found) {
        field(label).click();
        field(label).pressSequentially(typed);
        Locator entries = form.locator(".fjs-dropdownlist-item");
        assertThat(entries).hasText(new String[] {found});
        entries.click();
        assertThat(field(label)).hasValue(found);
        return this;
    }

    /** Takes the day the calendar has marked as today. */
    FormPane picksToday(String label) {
        field(label).click();
        form.locator(".flatpickr-calendar.open .flatpickr-day.today").click();
        assertThat(field(label)).not().hasValue("");
        return this;
    }

    /** A read-only or prefilled field. */
    FormPane shows(String label, String value) {
        assertThat(field(label)).hasValue(value);
        return this;
    }

    /** What is said below a field. */
    FormPane complains(String label, String message) {
        assertThat(field(label)
                        .locator("xpath=ancestor::*[contains(@class, 'fjs-form-field')][1]")
                        .getByText(message, new GetByTextOptions().setExact(true)))
                .isVisible();
        return this;
    }

    /** All that can be read. */
    String shown() {
        return form.innerText();
    }

    Locator field(String label) {
        return form.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(label).setExact(true));
    }
}
