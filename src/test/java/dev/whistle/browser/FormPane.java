package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.GetByLabelOptions;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A form as the form viewer shows it. Fields are found by their labels, as people and screen readers do. */
final class FormPane {

    /** Of groups and fields, not of the single choices of one. */
    private static final String LABEL =
            "xpath=.//label[contains(@class, 'fjs-form-field-label')][not(.//input)][not(../input[@type='radio' or @type='checkbox'])]";

    private final Locator form;

    FormPane(Locator around) {
        form = around.locator("form.fjs-form");
        form.waitFor();
    }

    FormPane enters(String label, String text) {
        field(label).fill(text);
        field(label).blur(); // what was found missing is looked at again when the field is left
        return this;
    }

    FormPane ticks(String option) {
        option(option).check();
        return this;
    }

    /** Types a part of a name into a list with search and takes the one entry that is left. */
    FormPane finds(String label, String typed, String found) {
        field(label).click();
        if (!field(label).inputValue().isEmpty()) {
            field(label).fill(""); // something stood there at first
        }
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

    /** Types a day as the field shows it, {@code yyyy/MM/dd}. */
    FormPane dates(String label, String day) {
        field(label).fill(day);
        field(label).press("Enter");
        assertThat(field(label)).hasValue(day);
        return this;
    }

    /** A read-only or prefilled field. */
    FormPane shows(String label, String value) {
        assertThat(field(label)).hasValue(value);
        return this;
    }

    /** What is said below a field. */
    FormPane complains(String label, String message) {
        assertThat(form.locator(".fjs-form-field:not(.fjs-form-field-grouplike)")
                        .filter(new FilterOptions()
                                .setHas(form.page()
                                        .locator(LABEL)
                                        .filter(new FilterOptions()
                                                .setHasText(Pattern.compile("^" + label + "\\*?$")))))
                        .getByText(message, new GetByTextOptions().setExact(true)))
                .isVisible();
        return this;
    }

    /** The labels of all groups and fields that are there, in their order; what must be filled in has a star. */
    FormPane asks(String... labels) {
        assertThat(form.locator(LABEL)).hasText(labels);
        return this;
    }

    FormPane offers(String option) {
        assertThat(option(option)).isVisible();
        return this;
    }

    FormPane doesNotOffer(String option) {
        assertThat(option(option)).hasCount(0);
        return this;
    }

    /** Keeps a picture of it where somebody wants to look at forms. */
    FormPane pictured(String name) {
        Pictures.take(form, name);
        return this;
    }

    private Locator option(String label) {
        return form.getByLabel(label, new GetByLabelOptions().setExact(true));
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
