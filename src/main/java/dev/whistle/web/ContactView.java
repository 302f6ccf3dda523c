package dev.whistle.web;

import dev.whistle.organisation.Contact;
import dev.whistle.sheet.Heading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of the contact register, with the names people read. */
record ContactView(
        String id,
        String kind,
        @Heading("联系关系") String kindName,
        String target,
        @Heading("联系对象") String targetName,
        @Heading("楼栋") @Nullable String building,
        String unit,
        @Heading("联系单位") String unitName,
        @Heading("联系人") String person,
        @Heading("职务") String duty,
        @Heading("开始日期") LocalDate since,
        @Heading("结束日期") @Nullable LocalDate until) {

    static ContactView of(Contact contact, String targetName, String unitName) {
        return new ContactView(
                contact.id(),
                contact.kind().code(),
                contact.kind().label(),
                contact.target(),
                targetName,
                contact.building(),
                contact.unit(),
                unitName,
                contact.person(),
                contact.duty(),
                contact.since(),
                contact.until());
    }
}
